-- Each line of a file becomes a row.
CREATE TEMP TABLE lines (line text);
COPY lines FROM '/etc/passwd';
SELECT line, 0 FROM lines
