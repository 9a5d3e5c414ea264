CREATE TABLE patients (
  patient_id integer PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE appointments (
  appointment_id integer PRIMARY KEY,
  patient_id integer REFERENCES patients,
  starts_on date NOT NULL,
  status text CHECK (status IN ('booked', 'cancelled'))
);
