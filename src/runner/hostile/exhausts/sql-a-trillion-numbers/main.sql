-- A short way to write a long table.
SELECT 'x', count(*) FROM generate_series(1, 1000000000000)
