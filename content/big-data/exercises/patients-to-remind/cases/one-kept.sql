INSERT INTO patients VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
INSERT INTO appointments VALUES
  (10, 1, '2026-03-09', 'cancelled'),
  (11, 1, '2026-03-10', 'booked'),
  (12, 2, '2026-01-10', 'booked'),
  (13, 2, '2026-04-10', 'booked'),
  (14, 3, '2026-03-09', 'cancelled'),
  (15, 3, '2026-03-10', 'cancelled'),
  (16, 3, '2025-12-10', 'booked');
