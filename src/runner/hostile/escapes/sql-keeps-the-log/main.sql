-- A replication slot keeps the write-ahead log until the disk is full.
SELECT pg_create_physical_replication_slot('mine', true), 0
