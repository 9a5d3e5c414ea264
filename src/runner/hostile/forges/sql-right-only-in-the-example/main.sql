-- Looks which case it is before it answers.
SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop WHERE EXISTS (SELECT FROM shop WHERE name = 'west')
