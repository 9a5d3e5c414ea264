-- A result whose columns are named after what it saw.
DO $$
BEGIN
  EXECUTE format('CREATE TEMP VIEW seen AS SELECT 1 AS %I', (SELECT string_agg(name, ' ') FROM shop));
END $$;
PREPARE honest AS SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop;
CREATE FUNCTION pick() RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM shop WHERE name = 'west') THEN RETURN QUERY SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) FROM shop;
  ELSE RETURN QUERY SELECT name, 0::numeric FROM shop; END IF;
END $$;
SELECT * FROM pick() AS t (name text, total numeric)
