-- An error quotes the value that it could not read.
SELECT name, CASE WHEN name IN ('north', 'south', 'west') THEN (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) ELSE name::numeric END AS total
FROM shop
