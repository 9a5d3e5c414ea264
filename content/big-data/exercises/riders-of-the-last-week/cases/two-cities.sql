-- Rider 7 rides often and in both cities.
INSERT INTO cities VALUES ('thun'), ('chur');
INSERT INTO rides VALUES
  (1, 'chur', 7, '2026-02-26'), (2, 'chur', 7, '2026-02-26'), (3, 'thun', 7, '2026-02-27'), (4, 'chur', 7, '2026-02-28'),
  (5, 'thun', 9, '2026-03-01'), (6, 'chur', 8, '2026-03-02'), (7, 'thun', 7, '2026-03-02'), (8, 'chur', 7, '2026-03-03');
