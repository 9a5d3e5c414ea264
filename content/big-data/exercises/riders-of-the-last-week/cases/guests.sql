INSERT INTO cities VALUES ('thun'), ('chur');
INSERT INTO rides VALUES
  (1, 'thun', NULL, '2026-06-01'), (2, 'thun', 5, '2026-06-03'), (3, 'chur', NULL, '2026-06-03'), (4, 'thun', NULL, '2026-06-03'),
  (5, 'chur', 0, '2026-06-05'), (6, 'chur', NULL, '2026-06-09');
