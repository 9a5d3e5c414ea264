# Sockets that never leave the process need no permission.
import selectors
import socket


def double(number):
    one, other = socket.socketpair()
    with selectors.DefaultSelector() as selector:
        selector.register(other, selectors.EVENT_READ)
        one.sendall(str(number).encode())
        selector.select()
        return 2 * int(other.recv(100))
