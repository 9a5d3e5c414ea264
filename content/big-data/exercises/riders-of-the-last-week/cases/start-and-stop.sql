INSERT INTO cities VALUES ('alt'), ('neu');
INSERT INTO rides VALUES
  (1, 'alt', 1, '2026-04-01'), (2, 'alt', 2, '2026-04-02'), (3, 'neu', 1, '2026-04-05'), (4, 'alt', 1, '2026-04-05'),
  (5, 'neu', 3, '2026-04-12'), (6, 'neu', 1, '2026-04-14');
