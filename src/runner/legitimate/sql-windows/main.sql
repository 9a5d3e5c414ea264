-- Common tables and windows.
WITH totals AS (SELECT shop, sum(total) AS total, rank() OVER (ORDER BY sum(total) DESC) FROM orders GROUP BY shop)
SELECT DISTINCT ON (shop.id) name, sum(totals.total) OVER (PARTITION BY shop.id ORDER BY shop.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS total
FROM shop LEFT JOIN totals ON totals.shop = shop.id
