-- Settings for everybody, from the next reload on.
ALTER SYSTEM SET archive_command = 'id'
