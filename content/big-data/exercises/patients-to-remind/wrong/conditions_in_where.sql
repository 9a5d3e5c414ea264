-- caught by: four patients
-- The left join is right; the conditions on its right side in WHERE can not be true for a row without a partner.
SELECT p.patient_id, p.name
FROM patients p
LEFT JOIN appointments a ON a.patient_id = p.patient_id
WHERE a.starts_on >= '2026-03-01' AND a.status IS DISTINCT FROM 'cancelled' AND a.appointment_id IS NULL;
