-- caught by: guests
-- Missing riders are replaced by 0 so that nothing is missing, and become one person who rides everywhere.
WITH days AS (
  SELECT d::date AS day FROM (SELECT min(day) AS first, max(day) AS last FROM rides) AS s, generate_series(s.first, s.last, '1 day') AS d
)
SELECT c.city, d.day, count(DISTINCT r.rider) AS active
FROM days d CROSS JOIN cities c
LEFT JOIN (SELECT city, day, coalesce(rider_id, 0) AS rider FROM rides) AS r ON r.city = c.city AND r.day BETWEEN d.day - 6 AND d.day
GROUP BY c.city, d.day
ORDER BY d.day, c.city;
