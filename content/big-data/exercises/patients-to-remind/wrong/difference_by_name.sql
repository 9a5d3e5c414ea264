-- caught by: two patients of one name
-- The set difference is taken over the columns that are shown, without the key.
SELECT min(patient_id) AS patient_id, name
FROM patients
WHERE name IN (
  SELECT name FROM patients
  EXCEPT
  SELECT p.name FROM patients p JOIN appointments a USING (patient_id)
  WHERE a.starts_on >= '2026-03-01' AND a.status IS DISTINCT FROM 'cancelled'
)
GROUP BY name;
