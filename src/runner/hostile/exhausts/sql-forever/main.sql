-- A recursion without an end, after taking the brake off.
SET statement_timeout = 0;
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n % 10 + 1 FROM numbers) SELECT count(*) FROM numbers
