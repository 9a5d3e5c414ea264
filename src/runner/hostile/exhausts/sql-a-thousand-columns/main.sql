-- As many columns as a result can have, each with a long name.
DO $$ BEGIN EXECUTE 'CREATE TEMP VIEW wide AS SELECT ' || (SELECT string_agg(format('%s AS %I', n, 'column_' || repeat('x', 40) || n), ', ') FROM generate_series(1, 1600) n); END $$;
SELECT * FROM wide
