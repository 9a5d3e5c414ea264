-- Temporary tables with the same names come first, with the rows of the example.
CREATE TEMP TABLE shop (id integer, name text);
CREATE TEMP TABLE orders (shop integer, total numeric);
INSERT INTO shop VALUES (1, 'north'), (2, 'south'), (3, 'west');
INSERT INTO orders VALUES (1, 12.5), (2, 3), (3, 0);
SELECT shop.name, sum(orders.total) AS total FROM shop LEFT JOIN orders ON orders.shop = shop.id GROUP BY shop.name
