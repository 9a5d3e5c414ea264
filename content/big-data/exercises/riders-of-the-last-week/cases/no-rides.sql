INSERT INTO cities VALUES ('thun'), ('chur');
