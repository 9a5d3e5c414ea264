INSERT INTO cities VALUES ('genf'), ('bern');
INSERT INTO rides VALUES (1, 'bern', 7, '2026-03-01'), (2, 'bern', 7, '2026-03-03'), (3, 'bern', 8, '2026-03-03'), (4, 'bern', NULL, '2026-03-10');
