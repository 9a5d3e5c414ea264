-- Says aloud what it sees.
DO $$ DECLARE one record; BEGIN FOR one IN SELECT name FROM shop ORDER BY id LOOP RAISE NOTICE '%', one.name; END LOOP; END $$;
SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop
