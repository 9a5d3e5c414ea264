-- An error with the code of a server that shuts down.
DO $$
DECLARE unknown text := (SELECT name FROM shop WHERE name NOT IN ('north', 'south', 'west'));
BEGIN
  IF unknown IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = '57P01', MESSAGE = unknown; END IF;
END $$;
SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop
