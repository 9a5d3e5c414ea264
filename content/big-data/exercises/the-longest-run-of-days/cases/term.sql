-- 200 learners over 150 days, each with days missed by chance (drawn by md5), and a second row on some days.
INSERT INTO practice
SELECT row_number() OVER (), 'learner ' || l, date '2026-01-15' + d, CASE WHEN x % 13 = 0 THEN 0 ELSE 5 + x % 20 END
FROM generate_series(1, 200) AS l, generate_series(0, 149) AS d, generate_series(1, 2) AS twice,
     LATERAL (SELECT ('x' || substr(md5(l || ' ' || d), 1, 6))::bit(24)::integer AS x) AS drawn
WHERE x % 100 > l % 60 AND (twice = 1 OR x % 4 = 0);
