-- caught by: weeks without a ride
-- The days are taken from the rides themselves, so a day on which nobody rode has no line.
SELECT c.city, d.day, count(DISTINCT r.rider_id) AS active
FROM (SELECT DISTINCT day FROM rides) AS d
CROSS JOIN cities c
LEFT JOIN rides r ON r.city = c.city AND r.day BETWEEN d.day - 6 AND d.day
GROUP BY c.city, d.day
ORDER BY d.day, c.city;
