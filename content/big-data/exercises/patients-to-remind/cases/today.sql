INSERT INTO patients VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
INSERT INTO appointments VALUES
  (10, 1, '2026-03-01', 'booked'),
  (11, 2, '2026-02-28', 'booked'),
  (12, 3, '2026-03-01', 'cancelled');
