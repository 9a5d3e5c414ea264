-- "There is no row such that": every condition on the absent row stands inside.
SELECT p.patient_id, p.name
FROM patients p
WHERE NOT EXISTS (
  SELECT FROM appointments a
  WHERE a.patient_id = p.patient_id                -- a booking without a patient matches nobody
    AND a.starts_on >= date '2026-03-01'
    AND a.status IS DISTINCT FROM 'cancelled'      -- true for a missing status, where <> would be unknown
);
