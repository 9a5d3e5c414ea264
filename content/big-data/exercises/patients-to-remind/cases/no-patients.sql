INSERT INTO appointments VALUES (10, NULL, '2026-03-20', 'booked');
