-- caught by: cities that start and stop
-- First and last day are taken for each city, so a city that starts later has fewer lines, and one without rides none.
WITH days AS (
  SELECT s.city, d::date AS day
  FROM (SELECT city, min(day) AS first, max(day) AS last FROM rides GROUP BY city) AS s, generate_series(s.first, s.last, '1 day') AS d
)
SELECT d.city, d.day, count(DISTINCT r.rider_id) AS active
FROM days d
LEFT JOIN rides r ON r.city = d.city AND r.day BETWEEN d.day - 6 AND d.day
GROUP BY d.city, d.day
ORDER BY d.day, d.city;
