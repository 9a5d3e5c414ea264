-- Again and again, each number there can be, whatever it is told.
DO $$
DECLARE victim integer;
BEGIN
  LOOP
    FOR victim IN SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() LOOP
      BEGIN PERFORM pg_cancel_backend(victim); EXCEPTION WHEN OTHERS THEN NULL; END;
    END LOOP;
    PERFORM pg_sleep(0.01);
  END LOOP;
END $$
