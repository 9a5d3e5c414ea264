CREATE TABLE cities (
  city text PRIMARY KEY
);

CREATE TABLE rides (
  ride_id integer PRIMARY KEY,
  city text NOT NULL REFERENCES cities,
  rider_id integer,
  day date NOT NULL
);
