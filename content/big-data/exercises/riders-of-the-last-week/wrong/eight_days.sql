-- caught by: six and seven days ago
-- Seven days are taken off, and with the day itself that makes eight.
WITH days AS (
  SELECT d::date AS day FROM (SELECT min(day) AS first, max(day) AS last FROM rides) AS s, generate_series(s.first, s.last, '1 day') AS d
)
SELECT c.city, d.day, count(DISTINCT r.rider_id) AS active
FROM days d CROSS JOIN cities c
LEFT JOIN rides r ON r.city = c.city AND r.day BETWEEN d.day - 7 AND d.day
GROUP BY c.city, d.day
ORDER BY d.day, c.city;
