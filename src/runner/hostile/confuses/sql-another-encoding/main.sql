-- Speaks LATIN1 to a client that expects UTF-8.
SET client_encoding = 'LATIN1';
SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop
