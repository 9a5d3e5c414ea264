-- NaN and infinity, for whoever compares by difference.
SELECT name, 'NaN'::numeric AS total FROM shop
