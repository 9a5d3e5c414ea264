-- Quotes and comments that a splitter of statements would trip over; the last result is a wrong one.
SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop;
/* ; /* nested ; */ SELECT 'no' ; */ SELECT $a$ ; $$ ; $a$ AS name, E'\';' AS total -- ; SELECT 1
