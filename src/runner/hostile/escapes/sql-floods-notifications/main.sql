-- Listens and never hears, so that what it says must be kept.
LISTEN x;
COMMIT;
SELECT count(pg_notify('x', place || repeat('y', 7900))) FROM generate_series(1, 300000) place;
COMMIT;
SELECT 'x', 0
