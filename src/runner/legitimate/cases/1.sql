INSERT INTO shop VALUES (1, 'north'), (2, 'secret');
INSERT INTO orders (shop, total) VALUES (1, 10);
