-- A transaction that outlives its session, with its locks.
BEGIN;
LOCK TABLE shop;
PREPARE TRANSACTION 'for ever'
