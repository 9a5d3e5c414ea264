-- Paths of the machine.
SELECT name || '=' || setting, 0 FROM pg_settings WHERE name IN ('data_directory', 'hba_file', 'config_file', 'unix_socket_directories')
