-- A recursion that ends, with its cycle found.
WITH RECURSIVE steps (shop, place, total) AS (
  SELECT id, 0::bigint, NULL::numeric FROM shop
  UNION ALL
  SELECT steps.shop, ranked.place, coalesce(steps.total, 0) + ranked.total
  FROM steps JOIN (SELECT shop, total, row_number() OVER (PARTITION BY shop ORDER BY id) AS place FROM orders) AS ranked
    ON ranked.shop = steps.shop AND ranked.place = steps.place + 1
) CYCLE shop, place SET looped USING path
SELECT name, (SELECT total FROM steps WHERE steps.shop = shop.id ORDER BY place DESC LIMIT 1) AS total FROM shop
