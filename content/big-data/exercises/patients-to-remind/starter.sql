-- Today is 1 March 2026.
SELECT p.patient_id, p.name
FROM patients p;
