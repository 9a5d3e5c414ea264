-- Written inside, exported outside.
SELECT lo_export(lo_from_bytea(0, 'planted'), '/tmp/planted'), 0
