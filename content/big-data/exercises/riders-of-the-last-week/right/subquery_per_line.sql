SELECT c.city, d.day,
       (SELECT count(*) FROM (SELECT rider_id FROM rides r
                              WHERE r.city = c.city AND r.rider_id IS NOT NULL AND r.day > d.day - 7 AND r.day <= d.day
                              GROUP BY rider_id) AS riders) AS active
FROM cities c
CROSS JOIN (SELECT generate_series(min(day)::timestamp, max(day)::timestamp, '1 day')::date AS day FROM rides) AS d
ORDER BY d.day, c.city;
