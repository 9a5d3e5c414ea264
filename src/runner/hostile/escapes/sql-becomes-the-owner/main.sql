-- The tables belong to a role that every learner has a share in.
SET ROLE learner
