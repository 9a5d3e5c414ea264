-- Little memory for a sort of much: the rest goes to files.
SET work_mem = '64kB';
SELECT md5(n::text), n FROM generate_series(1, 100000000) n ORDER BY 1 LIMIT 3
