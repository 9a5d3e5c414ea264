SELECT city, day, count(*) AS active
FROM rides
GROUP BY city, day
ORDER BY day, city;
