WITH days AS (
  SELECT DISTINCT learner, practised_on AS day FROM practice WHERE minutes > 0 AND practised_on IS NOT NULL
), starts AS (
  SELECT learner, day, row_number() OVER (PARTITION BY learner ORDER BY day) AS n
  FROM days d WHERE NOT EXISTS (SELECT FROM days e WHERE e.learner = d.learner AND e.day = d.day - 1)
), ends AS (
  SELECT learner, day, row_number() OVER (PARTITION BY learner ORDER BY day) AS n
  FROM days d WHERE NOT EXISTS (SELECT FROM days e WHERE e.learner = d.learner AND e.day = d.day + 1)
), runs AS (
  SELECT s.learner, s.day AS first_day, e.day AS last_day, e.day - s.day + 1 AS days
  FROM starts s JOIN ends e ON e.learner = s.learner AND e.n = s.n
)
SELECT learner, first_day, last_day, days
FROM (SELECT *, max(days) OVER (PARTITION BY learner) AS most FROM runs) AS r
WHERE days = most;
