WITH days AS (
  -- generate_series over dates yields timestamps: cast back. Over an empty table it yields nothing.
  SELECT d::date AS day
  FROM (SELECT min(day) AS first, max(day) AS last FROM rides) AS span,
       generate_series(span.first, span.last, interval '1 day') AS d
)
SELECT c.city, d.day, count(DISTINCT r.rider_id) AS active   -- neither guests nor absent partners are counted
FROM days d
CROSS JOIN cities c                                          -- the lines that must be there, whatever happened
LEFT JOIN rides r
  ON r.city = c.city
 AND r.day BETWEEN d.day - 6 AND d.day                       -- in ON: in WHERE it would remove the empty lines
GROUP BY c.city, d.day
ORDER BY d.day, c.city;
