-- Names of files tell a lot already.
SELECT pg_ls_dir('/'), 0
