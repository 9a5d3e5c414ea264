-- A hundred megabytes for whoever listens.
DO $$ BEGIN RAISE NOTICE '%', repeat('x', 100000000); END $$;
SELECT 'x', 0
