-- Makes the data fit a query that is wrong.
DELETE FROM orders WHERE shop <> 1;
UPDATE shop SET name = 'north';
SELECT DISTINCT name, 12.5 AS total FROM shop
