-- caught by: bookings by telephone
-- "Not cancelled" is written as <>, which is unknown where the status is missing.
SELECT p.patient_id, p.name
FROM patients p
WHERE NOT EXISTS (
  SELECT FROM appointments a
  WHERE a.patient_id = p.patient_id AND a.starts_on >= '2026-03-01' AND a.status <> 'cancelled'
);
