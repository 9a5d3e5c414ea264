-- Dates, zones, intervals, truncation; none of them changes the sums.
SELECT name, sum(total) FILTER (
  WHERE date_trunc('month', timestamptz '2024-02-29 12:00+00' AT TIME ZONE 'Europe/Berlin') + interval '1 month' = date '2024-03-01'
    AND extract(isodow FROM date '2024-02-29') = 4 AND age(date '2024-03-01', date '2024-02-29') = interval '1 day'
) AS total
FROM shop LEFT JOIN orders ON orders.shop = shop.id GROUP BY name
