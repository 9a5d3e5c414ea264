SELECT p.patient_id, p.name
FROM patients p
LEFT JOIN appointments a USING (patient_id)
GROUP BY p.patient_id, p.name
HAVING count(*) FILTER (WHERE a.starts_on >= '2026-03-01' AND a.status IS DISTINCT FROM 'cancelled') = 0;
