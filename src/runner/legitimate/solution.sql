SELECT shop.name, sum(orders.total) AS total
FROM shop LEFT JOIN orders ON orders.shop = shop.id
GROUP BY shop.name
