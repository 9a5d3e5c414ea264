-- Extensions that connect elsewhere, or back to this server without a password.
CREATE EXTENSION dblink;
SELECT * FROM dblink('dbname=postgres', 'SELECT rolname, 0 FROM pg_roles') AS t (name text, total int)
