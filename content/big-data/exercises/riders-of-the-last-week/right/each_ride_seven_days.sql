WITH span AS (
  SELECT min(day) AS first, max(day) AS last FROM rides
), activity AS (
  -- Each rider is active on the day of a ride and on the six days after it.
  SELECT DISTINCT city, rider_id, day + n AS day
  FROM rides, generate_series(0, 6) AS n
  WHERE rider_id IS NOT NULL
), counts AS (
  SELECT city, day, count(*) AS active FROM activity GROUP BY city, day
)
SELECT cities.city, (first + n)::date AS day, coalesce(active, 0) AS active
FROM span
CROSS JOIN LATERAL generate_series(0, last - first) AS n
CROSS JOIN cities
LEFT JOIN counts ON counts.city = cities.city AND counts.day = first + n
ORDER BY 2, 1;
