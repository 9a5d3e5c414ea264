# Allowed to talk to itself, it tries everybody else: the machine's own services and the world.
import socket

done = []
for address in (("127.0.0.1", 5432), ("127.0.0.1", 22), ("127.0.0.1", 3000), ("192.0.2.1", 80), ("10.0.0.1", 80), ("169.254.169.254", 80), ("1.1.1.1", 53)):
    try:
        socket.create_connection(address, timeout=0.2).close()
        done.append(str(address))
    except OSError:
        pass
for family, kind in ((socket.AF_INET, socket.SOCK_RAW), (17, socket.SOCK_RAW), (16, socket.SOCK_RAW)):
    try:
        socket.socket(family, kind)
        done.append(f"family {family}")
    except OSError:
        pass


def double(number):
    return ", ".join(done) or "nothing"
