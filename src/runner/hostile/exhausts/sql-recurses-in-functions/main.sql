-- A function that calls itself until the stack ends.
CREATE FUNCTION deeper(n integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN deeper(n + 1); END $$;
SELECT 'x', deeper(1)
