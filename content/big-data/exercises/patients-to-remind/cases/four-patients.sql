INSERT INTO patients VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy'), (4, 'Di');
INSERT INTO appointments VALUES
  (10, 1, '2026-03-09', 'booked'),
  (11, 2, '2026-02-20', 'booked'),
  (12, 3, '2026-03-12', 'cancelled');
