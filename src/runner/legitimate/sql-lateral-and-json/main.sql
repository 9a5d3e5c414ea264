-- A lateral join, JSON there and back, a JSON path.
SELECT item ->> 'name' AS name, (item #>> '{totals,sum}')::numeric AS total
FROM (
  SELECT jsonb_agg(jsonb_build_object('name', name, 'totals', jsonb_build_object('sum', sums.total))) AS document
  FROM shop LEFT JOIN LATERAL (SELECT sum(total) AS total FROM orders WHERE orders.shop = shop.id) AS sums ON true
) AS packed, jsonb_path_query(document, '$[*]') AS item
