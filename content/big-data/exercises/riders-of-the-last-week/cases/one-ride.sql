INSERT INTO cities VALUES ('thun'), ('chur');
INSERT INTO rides VALUES (1, 'thun', 5, '2024-02-29');
