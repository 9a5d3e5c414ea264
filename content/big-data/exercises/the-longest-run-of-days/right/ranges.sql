-- PostgreSQL merges touching date ranges itself.
WITH runs AS (
  SELECT learner, unnest(range_agg(daterange(practised_on, practised_on, '[]'))) AS run
  FROM practice
  WHERE minutes > 0 AND practised_on IS NOT NULL
  GROUP BY learner
), measured AS (
  SELECT learner, lower(run) AS first_day, upper(run) - 1 AS last_day, upper(run) - lower(run) AS days FROM runs
)
SELECT m.* FROM measured m
JOIN (SELECT learner, max(days) AS days FROM measured GROUP BY learner) AS best USING (learner, days);
