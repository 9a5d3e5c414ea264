INSERT INTO cities VALUES ('thun'), ('chur'), ('biel');
INSERT INTO rides VALUES (1, 'chur', 7, '2026-02-26'), (2, 'biel', 8, '2026-02-27'), (3, 'chur', 7, '2026-02-28');
