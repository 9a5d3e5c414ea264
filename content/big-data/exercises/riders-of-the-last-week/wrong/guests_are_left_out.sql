-- caught by: guests
-- Guests are filtered at the very beginning, and with them the first and last day of the report.
WITH known AS (
  SELECT * FROM rides WHERE rider_id IS NOT NULL
), days AS (
  SELECT d::date AS day FROM (SELECT min(day) AS first, max(day) AS last FROM known) AS s, generate_series(s.first, s.last, '1 day') AS d
)
SELECT c.city, d.day, count(DISTINCT r.rider_id) AS active
FROM days d CROSS JOIN cities c
LEFT JOIN known r ON r.city = c.city AND r.day BETWEEN d.day - 6 AND d.day
GROUP BY c.city, d.day
ORDER BY d.day, c.city;
