INSERT INTO patients VALUES (1, 'Ada'), (2, 'Bo');
