-- Sources of functions and views, comments, prepared statements, statistics: wherever a text may have been left.
SELECT source, 0 FROM (
  SELECT prosrc AS source FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT definition FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT description FROM pg_description JOIN pg_class ON objoid = pg_class.oid WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT statement FROM pg_prepared_statements
  UNION ALL SELECT most_common_vals::text FROM pg_stats WHERE schemaname = 'public'
) AS everything WHERE source LIKE '%canary%'
