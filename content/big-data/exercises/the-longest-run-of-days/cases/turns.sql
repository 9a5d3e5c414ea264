-- The rows are in no order, and the learners' days lie between each other's.
INSERT INTO practice VALUES
  (1, 'uma', '2026-05-04', 5), (2, 'ada', '2026-05-02', 5), (3, 'uma', '2026-05-02', 5), (4, 'ada', '2026-05-01', 5),
  (5, 'uma', '2026-05-03', 5), (6, 'ada', '2026-05-05', 5), (7, 'bo', '2026-05-03', 5), (8, 'ada', '2026-05-06', 5),
  (9, 'ada', '2026-05-07', 5), (10, 'uma', '2026-05-08', 5), (11, 'ada', '2026-05-04', 5);
