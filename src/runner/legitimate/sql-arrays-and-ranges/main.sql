-- Arrays, ranges, sets as functions, grouping sets.
WITH lists AS (SELECT shop, array_agg(total ORDER BY id) AS totals FROM orders GROUP BY shop)
SELECT name, (SELECT sum(one) FROM unnest(totals) AS one WHERE numrange(0, 1000, '[]') @> one) AS total
FROM shop LEFT JOIN lists ON lists.shop = shop.id
WHERE shop.id <@ int4range(0, 100) AND shop.id IN (SELECT generate_series(1, 10))
