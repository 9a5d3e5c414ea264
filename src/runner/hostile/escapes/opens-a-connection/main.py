# Out into the network, the plain way.
import socket


def double(number):
    socket.create_connection(("192.0.2.1", 80), timeout=1)
