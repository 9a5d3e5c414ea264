-- A role without limits.
CREATE ROLE intruder SUPERUSER
