-- +1 when a rider becomes active in a city, -1 when seven days have passed without another ride.
WITH RECURSIVE span AS (
  SELECT min(day) AS first, max(day) AS last FROM rides
), days AS (
  SELECT first AS day FROM span WHERE first IS NOT NULL
  UNION ALL
  SELECT day + 1 FROM days WHERE day < (SELECT last FROM span)
), once AS (
  SELECT DISTINCT city, rider_id, day FROM rides WHERE rider_id IS NOT NULL
), near AS (
  SELECT city, day, lag(day) OVER w AS before, lead(day) OVER w AS after
  FROM once WINDOW w AS (PARTITION BY city, rider_id ORDER BY day)
), changes AS (
  SELECT city, day, 1 AS change FROM near WHERE before IS NULL OR day - before >= 7
  UNION ALL
  SELECT city, day + 7, -1 FROM near WHERE after IS NULL OR after - day >= 7
), summed AS (
  SELECT city, day, sum(change) AS change FROM changes GROUP BY city, day
)
SELECT c.city, d.day, coalesce(sum(s.change) OVER (PARTITION BY c.city ORDER BY d.day), 0)::bigint AS active
FROM days d CROSS JOIN cities c
LEFT JOIN summed s ON s.city = c.city AND s.day = d.day
ORDER BY d.day, c.city;
