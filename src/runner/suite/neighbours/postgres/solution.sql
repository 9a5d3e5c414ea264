SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total, 0::bigint AS waiting, '16MB' AS memory FROM shop
