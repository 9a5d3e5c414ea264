-- The list of databases is one for the whole server: who locks it stops everybody.
LOCK TABLE pg_database IN ACCESS EXCLUSIVE MODE;
SELECT pg_sleep(60)
