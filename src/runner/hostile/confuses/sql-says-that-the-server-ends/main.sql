-- The code by which a server says that it shuts down; the engine must look for itself.
DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '57P03', MESSAGE = 'the database system is shutting down'; END $$
