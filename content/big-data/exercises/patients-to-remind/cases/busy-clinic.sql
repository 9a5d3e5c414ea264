-- 3,000 patients and 9,000 appointments around today, drawn by md5; some cancelled, some without a status or a patient.
INSERT INTO patients SELECT n, 'patient ' || n % 1500 FROM generate_series(1, 3000) AS n;
INSERT INTO appointments
SELECT n,
       CASE WHEN n % 100 <> 0 THEN 1 + x % 3000 END,
       date '2025-09-01' + y % 240,
       CASE WHEN n % 4 = 0 THEN 'cancelled' WHEN n % 11 <> 0 THEN 'booked' END
FROM generate_series(1, 9000) AS n,
     LATERAL (SELECT ('x' || substr(md5('patient' || n), 1, 6))::bit(24)::integer AS x,
                     ('x' || substr(md5('day' || n), 1, 6))::bit(24)::integer AS y) AS drawn;
