-- Five cities, one without rides, 120 days, 6,000 rides of 600 riders drawn by md5; no ride between day 60 and day 75.
INSERT INTO cities VALUES ('bern'), ('chur'), ('genf'), ('thun'), ('zug');
INSERT INTO rides
SELECT n,
       (ARRAY['bern', 'bern', 'chur', 'genf', 'genf', 'genf', 'thun'])[1 + x % 7],
       CASE WHEN n % 40 <> 0 THEN 1 + (x / 7) % 600 END,
       date '2026-04-01' + y % 120
FROM generate_series(1, 6000) AS n,
     LATERAL (SELECT ('x' || substr(md5('city' || n), 1, 6))::bit(24)::integer AS x,
                     ('x' || substr(md5('day' || n), 1, 6))::bit(24)::integer AS y) AS drawn
WHERE y % 120 NOT BETWEEN 60 AND 75;
