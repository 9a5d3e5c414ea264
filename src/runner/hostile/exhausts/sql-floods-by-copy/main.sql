-- Rows that come as a copy are no result set.
COPY (SELECT repeat('x', 100000) FROM generate_series(1, 1000000)) TO STDOUT
