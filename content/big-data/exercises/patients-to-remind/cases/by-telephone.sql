INSERT INTO patients VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
INSERT INTO appointments VALUES
  (10, 1, '2026-03-09', NULL),
  (11, 2, '2026-02-09', NULL),
  (12, 3, '2026-05-02', 'cancelled');
