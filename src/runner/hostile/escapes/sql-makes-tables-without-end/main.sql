-- A table of its own for every number.
DO $$ BEGIN FOR place IN 1..100000 LOOP EXECUTE format('CREATE TABLE t%s ()', place); END LOOP; END $$
