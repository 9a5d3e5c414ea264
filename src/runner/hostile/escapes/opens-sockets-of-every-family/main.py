# Internet, netlink, packet, vsock, AF_ALG, bluetooth and whatever else the kernel has.
import socket

UNIX = 1
done = []
for family in range(64):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        if family == UNIX:
            continue
        try:
            socket.socket(family, kind).close()
            done.append(f"{family}/{kind}")
        except OSError:
            pass


def double(number):
    return ", ".join(done) or "nothing"
