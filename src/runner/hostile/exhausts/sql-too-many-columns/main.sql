-- One more than that.
DO $$ BEGIN EXECUTE 'SELECT ' || (SELECT string_agg(n::text, ', ') FROM generate_series(1, 5000) n); END $$
