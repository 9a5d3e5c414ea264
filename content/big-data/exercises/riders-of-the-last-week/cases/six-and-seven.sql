INSERT INTO cities VALUES ('thun');
INSERT INTO rides VALUES (1, 'thun', 1, '2026-05-01'), (2, 'thun', 2, '2026-05-02'), (3, 'thun', 3, '2026-05-08'), (4, 'thun', 1, '2026-05-15'), (5, 'thun', 1, '2026-05-22');
