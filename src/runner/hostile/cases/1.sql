INSERT INTO shop VALUES (1, 'north'), (2, 'canary-5b1f8c-of-the-hidden-checks');
INSERT INTO orders (shop, total) VALUES (1, 10);
