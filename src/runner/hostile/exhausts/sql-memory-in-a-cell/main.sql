-- Two gigabytes in two cells.
SELECT repeat('x', 1000000000), repeat('y', 1000000000)
