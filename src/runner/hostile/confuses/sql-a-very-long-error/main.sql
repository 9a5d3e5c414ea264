-- A megabyte of complaint.
DO $$ BEGIN RAISE EXCEPTION '%', repeat('x', 1000000) USING HINT = repeat('y', 1000000), DETAIL = repeat('z', 1000000); END $$
