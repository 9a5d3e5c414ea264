-- Every session that it can see.
SELECT usename, pg_terminate_backend(pid)::int FROM pg_stat_activity WHERE pid <> pg_backend_pid()
