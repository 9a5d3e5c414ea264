-- The code of a server without connections left.
DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53300', MESSAGE = 'sorry, too many clients already'; END $$
