-- Looks at its own plan first, prepares, merges, and returns what was asked.
EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM shop;
SET enable_seqscan = off;
PREPARE sums (integer) AS SELECT sum(total) FROM orders WHERE shop = $1;
MERGE INTO shop USING (SELECT 1 AS id) AS one ON shop.id = one.id WHEN MATCHED THEN UPDATE SET name = shop.name;
EXECUTE sums (1);
SELECT name, (SELECT sum(total) FROM orders WHERE shop = shop_.id) AS total FROM shop AS shop_
