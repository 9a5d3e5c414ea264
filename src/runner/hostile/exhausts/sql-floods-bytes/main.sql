-- Few rows, large ones.
SELECT repeat('x', 10000000), 0 FROM orders a, orders b, orders c
