CREATE TABLE shop (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id serial PRIMARY KEY, shop integer REFERENCES shop, total numeric);
