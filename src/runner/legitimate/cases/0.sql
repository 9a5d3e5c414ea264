INSERT INTO shop VALUES (1, 'north'), (2, 'south'), (3, 'west');
INSERT INTO orders (shop, total) VALUES (1, 10), (1, 2.5), (2, 3), (3, 0);
