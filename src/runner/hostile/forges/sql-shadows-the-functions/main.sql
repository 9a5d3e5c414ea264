-- Its own sum, its own equality, first in the path.
CREATE FUNCTION always(numeric, numeric) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR public.= (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = always);
CREATE FUNCTION zero(numeric, numeric) RETURNS numeric LANGUAGE sql AS 'SELECT 0::numeric';
CREATE AGGREGATE public.sum (numeric) (SFUNC = zero, STYPE = numeric, INITCOND = '0');
SET search_path = public, pg_catalog;
SELECT name, sum(total) AS total FROM shop LEFT JOIN orders ON orders.shop = shop.id GROUP BY name
