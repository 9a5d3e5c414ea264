INSERT INTO cities VALUES ('thun');
INSERT INTO rides VALUES (1, 'thun', 1, '2026-01-30'), (2, 'thun', 2, '2026-02-25'), (3, 'thun', 1, '2026-02-27');
