INSERT INTO patients VALUES (1, 'Kim'), (2, 'Kim'), (3, 'Kim'), (4, 'Lea'), (5, 'Lea');
INSERT INTO appointments VALUES (10, 2, '2026-03-09', 'booked'), (11, 1, '2026-01-09', 'booked');
