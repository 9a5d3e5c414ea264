-- A table that nobody needs.
CREATE TABLE waste AS SELECT repeat(md5(n::text), 50) AS text FROM generate_series(1, 100000000) n;
SELECT 'x', 0
