SELECT p.patient_id, p.name
FROM patients p
LEFT JOIN appointments a
  ON a.patient_id = p.patient_id
 AND a.starts_on >= '2026-03-01'
 AND coalesce(a.status, 'booked') <> 'cancelled'
WHERE a.appointment_id IS NULL;
