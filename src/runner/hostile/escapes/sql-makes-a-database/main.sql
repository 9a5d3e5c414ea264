-- A copy of whatever database it can name.
CREATE DATABASE mine TEMPLATE template1
