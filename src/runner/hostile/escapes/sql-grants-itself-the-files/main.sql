-- Roles that come with the server and may read files or run programs.
GRANT pg_read_server_files, pg_execute_server_program TO CURRENT_USER
