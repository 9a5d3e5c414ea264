-- Waits for rows from a client that has none to send.
COPY shop FROM STDIN
