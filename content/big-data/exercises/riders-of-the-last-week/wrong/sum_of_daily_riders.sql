-- caught by: two cities
-- Daily numbers of different riders are added over seven days: whoever rides on two days counts twice.
WITH days AS (
  SELECT d::date AS day FROM (SELECT min(day) AS first, max(day) AS last FROM rides) AS s, generate_series(s.first, s.last, '1 day') AS d
), daily AS (
  SELECT c.city, d.day, count(DISTINCT r.rider_id) AS riders
  FROM days d CROSS JOIN cities c LEFT JOIN rides r ON r.city = c.city AND r.day = d.day
  GROUP BY c.city, d.day
)
SELECT city, day, sum(riders) OVER (PARTITION BY city ORDER BY day ROWS 6 PRECEDING) AS active
FROM daily
ORDER BY day, city;
