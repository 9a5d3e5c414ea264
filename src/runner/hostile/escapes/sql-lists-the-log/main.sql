-- Rows of everybody pass through the write-ahead log.
SELECT name, size FROM pg_ls_waldir()
