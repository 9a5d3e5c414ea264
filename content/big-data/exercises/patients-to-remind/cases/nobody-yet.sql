INSERT INTO patients VALUES (1, 'Ada'), (2, 'Bo');
INSERT INTO appointments VALUES
  (10, 1, '2026-03-09', 'booked'),
  (11, NULL, '2026-03-20', 'booked'),
  (12, NULL, '2026-03-21', NULL);
