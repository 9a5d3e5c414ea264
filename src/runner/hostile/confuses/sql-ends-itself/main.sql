-- Its own session, in the middle of a statement.
SELECT pg_terminate_backend(pg_backend_pid())
