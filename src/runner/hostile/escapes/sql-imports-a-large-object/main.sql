-- Large objects have file functions of their own.
SELECT lo_get(lo_import('/etc/passwd'))::text, 0
