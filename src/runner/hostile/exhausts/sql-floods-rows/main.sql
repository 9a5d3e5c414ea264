-- A join without a condition, many times over.
SELECT a.* FROM orders a, orders b, orders c, orders d, orders e, orders f, orders g, orders h, orders i, orders j, orders k, orders l
