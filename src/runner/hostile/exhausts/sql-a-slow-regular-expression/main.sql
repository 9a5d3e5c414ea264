-- Back references and nested repeats.
SELECT 'x', count(*) FROM generate_series(1, 1000000) n WHERE repeat('a', 2000) || n ~ '^(a|aa|aaa)+(b|\1c)*d$'
