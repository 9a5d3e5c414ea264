-- A statement that makes a statement of a million brackets.
DO $$ BEGIN EXECUTE 'SELECT ' || repeat('(', 1000000) || '1' || repeat(')', 1000000); END $$
