-- Tables, indexes, statistics and views for a while, in a transaction with a savepoint.
BEGIN;
CREATE TEMP TABLE sums ON COMMIT PRESERVE ROWS AS SELECT shop, sum(total) AS total FROM orders GROUP BY shop;
CREATE INDEX ON sums (shop);
SAVEPOINT before;
DELETE FROM sums;
ROLLBACK TO before;
COMMIT;
ANALYZE sums;
CREATE TEMP VIEW named AS SELECT name, total FROM shop LEFT JOIN sums ON sums.shop = shop.id;
SELECT * FROM named
