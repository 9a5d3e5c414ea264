-- Whatever a session can leave behind.
BEGIN ISOLATION LEVEL SERIALIZABLE;
LOCK TABLE shop IN SHARE MODE;
DECLARE open SCROLL CURSOR WITH HOLD FOR SELECT * FROM shop;
LISTEN something;
SET LOCAL search_path = nowhere, public;
SELECT pg_advisory_lock(1);
PREPARE later AS SELECT 1;
SELECT name, (SELECT sum(total) FROM orders WHERE orders.shop = shop.id) AS total FROM shop
