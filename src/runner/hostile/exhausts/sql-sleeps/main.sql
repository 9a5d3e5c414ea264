-- Costs nothing but patience.
SET statement_timeout = 0;
SELECT pg_sleep(1000)
