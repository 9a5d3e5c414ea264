-- A lock that it has itself, in every way that there is.
SET lock_timeout = 0;
SELECT pg_advisory_lock(1), pg_advisory_lock_shared(1), pg_advisory_xact_lock(1), pg_advisory_lock(1)
