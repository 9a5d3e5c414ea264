# TCP and UDP to itself.
import socket

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
client.sendall(b"1")
one = int(server.accept()[0].recv(1))
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
    receiver.bind(("127.0.0.1", 0))
    sender.sendto(b"1", receiver.getsockname())
    other = int(receiver.recv(1))


def double(number):
    return (one + other) * number
