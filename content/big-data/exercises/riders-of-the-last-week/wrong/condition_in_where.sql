-- caught by: a city without rides
-- The range of days stands in WHERE, where a line without a ride can not satisfy it.
WITH days AS (
  SELECT d::date AS day FROM (SELECT min(day) AS first, max(day) AS last FROM rides) AS s, generate_series(s.first, s.last, '1 day') AS d
)
SELECT c.city, d.day, count(DISTINCT r.rider_id) AS active
FROM days d CROSS JOIN cities c
LEFT JOIN rides r ON r.city = c.city
WHERE r.day BETWEEN d.day - 6 AND d.day
GROUP BY c.city, d.day
ORDER BY d.day, c.city;
