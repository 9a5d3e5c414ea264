INSERT INTO practice VALUES
  (1, 'ines', NULL, 10), (2, 'ines', NULL, 10), (3, 'ines', '2026-03-04', 10), (4, 'tom', NULL, 30), (5, 'uma', '2026-03-04', 0), (6, 'uma', '2026-03-05', 1);
