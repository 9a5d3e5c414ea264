WITH days AS (
  SELECT learner, practised_on AS day FROM practice WHERE minutes > 0 AND practised_on IS NOT NULL GROUP BY 1, 2
), flagged AS (
  SELECT *, (lag(day) OVER w IS DISTINCT FROM day - 1)::int AS starts FROM days WINDOW w AS (PARTITION BY learner ORDER BY day)
), numbered AS (
  SELECT *, sum(starts) OVER (PARTITION BY learner ORDER BY day) AS run FROM flagged
), runs AS (
  SELECT learner, min(day) AS first_day, max(day) AS last_day, max(day) - min(day) + 1 AS days FROM numbered GROUP BY learner, run
)
SELECT * FROM runs r WHERE days = (SELECT max(days) FROM runs s WHERE s.learner = r.learner);
