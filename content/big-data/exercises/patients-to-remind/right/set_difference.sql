WITH planned AS (
  SELECT patient_id FROM appointments
  WHERE starts_on >= '2026-03-01' AND (status = 'booked' OR status IS NULL)
)
SELECT patient_id, name
FROM patients
JOIN (SELECT patient_id FROM patients EXCEPT SELECT patient_id FROM planned) AS free USING (patient_id);
