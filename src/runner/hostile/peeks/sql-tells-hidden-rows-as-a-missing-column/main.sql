-- An error about a name, which looks as if it were the same in every case.
DO $$
DECLARE unknown text := (SELECT name FROM shop WHERE name NOT IN ('north', 'south', 'west'));
BEGIN
  IF unknown IS NOT NULL THEN EXECUTE format('SELECT %I FROM shop', unknown); END IF;
END $$;
SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop
