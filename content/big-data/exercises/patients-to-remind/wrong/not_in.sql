-- caught by: booked for nobody yet
-- Reads like the sentence in the statement. One NULL among the planned patients makes the condition unknown for all.
SELECT patient_id, name
FROM patients
WHERE patient_id NOT IN (
  SELECT patient_id FROM appointments
  WHERE starts_on >= '2026-03-01' AND status IS DISTINCT FROM 'cancelled'
);
