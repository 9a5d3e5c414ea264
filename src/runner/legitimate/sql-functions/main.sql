-- Functions in SQL and PL/pgSQL, a DO block, a loop, an exception that is caught.
CREATE FUNCTION total_of(which integer) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
DECLARE
  one record;
  answer numeric;
BEGIN
  FOR one IN SELECT total FROM orders WHERE shop = which LOOP
    answer := coalesce(answer, 0) + one.total;
  END LOOP;
  RETURN answer;
END $$;
DO $$ BEGIN PERFORM 1 / 0; EXCEPTION WHEN division_by_zero THEN NULL; END $$;
SELECT name, total_of(id) AS total FROM shop
