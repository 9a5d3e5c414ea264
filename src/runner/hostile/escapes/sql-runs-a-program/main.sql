-- A shell, by way of a table.
COPY shop TO PROGRAM 'id'
