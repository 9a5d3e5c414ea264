-- Minds its own business, and looks whether anybody touched what is its own.
CREATE TEMP TABLE mine AS SELECT * FROM shop;
UPDATE orders SET total = total + 1;
DO $$ BEGIN RAISE NOTICE 'at home'; PERFORM count(md5(n::text)) FROM generate_series(1, 50000) n; PERFORM pg_sleep(0.4); END $$;
SELECT mine.name, (SELECT sum(total - 1) FROM orders WHERE orders.shop = mine.id) AS total,
       (SELECT count(*) FROM pg_locks WHERE NOT granted) AS waiting, current_setting('work_mem') AS memory
FROM mine JOIN shop USING (id, name)
