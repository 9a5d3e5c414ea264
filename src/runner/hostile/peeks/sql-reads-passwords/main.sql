-- Hashes of everybody's passwords.
SELECT rolname, rolpassword FROM pg_authid
