-- Reload, switch, checkpoint: the server's own chores.
SELECT pg_reload_conf(), pg_switch_wal(), pg_rotate_logfile()
