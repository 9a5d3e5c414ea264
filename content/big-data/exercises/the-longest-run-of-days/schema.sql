CREATE TABLE practice (
  practice_id integer PRIMARY KEY,
  learner text NOT NULL,
  practised_on date,
  minutes integer NOT NULL CHECK (minutes >= 0)
);
