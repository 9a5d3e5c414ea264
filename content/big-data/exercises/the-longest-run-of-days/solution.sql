WITH days AS (
  -- Each day once: a second row would raise the row number below and not the date.
  SELECT DISTINCT learner, practised_on AS day
  FROM practice
  WHERE minutes > 0 AND practised_on IS NOT NULL
),
named AS (
  -- Within a run the date and the row number grow together, so their difference names the run.
  SELECT learner, day, day - row_number() OVER (PARTITION BY learner ORDER BY day)::integer AS run
  FROM days
),
runs AS (
  SELECT learner, min(day) AS first_day, max(day) AS last_day, count(*) AS days
  FROM named
  GROUP BY learner, run
)
SELECT learner, first_day, last_day, days
FROM (SELECT runs.*, rank() OVER (PARTITION BY learner ORDER BY days DESC) AS place FROM runs) AS ranked
WHERE place = 1;                                   -- rank keeps all that tie
