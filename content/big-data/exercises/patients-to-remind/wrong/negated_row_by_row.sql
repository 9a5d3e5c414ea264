-- caught by: one kept and one cancelled
-- The condition is negated for each appointment: that finds patients who have one that is not upcoming.
SELECT DISTINCT p.patient_id, p.name
FROM patients p
LEFT JOIN appointments a ON a.patient_id = p.patient_id
WHERE a.appointment_id IS NULL OR a.starts_on < '2026-03-01' OR a.status = 'cancelled';
