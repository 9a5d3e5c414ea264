-- Speaks without end.
DO $$ BEGIN LOOP RAISE NOTICE 'and another thing'; END LOOP; END $$
