-- All the memory that a hash may have, and then some.
SET work_mem = '1TB';
SELECT 'x', cardinality(array_agg(repeat(n::text, 100))) FROM generate_series(1, 100000000) n
