-- The table of locks is one for the whole server.
DO $$
BEGIN
  FOR place IN 1..100000 LOOP
    BEGIN PERFORM pg_advisory_lock(place); EXCEPTION WHEN OTHERS THEN EXIT; END;
  END LOOP;
  PERFORM pg_sleep(60);
END $$
