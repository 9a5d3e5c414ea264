-- What psql would carry out on its own machine.
\copy shop FROM PROGRAM 'id'
\! id
\c postgres
