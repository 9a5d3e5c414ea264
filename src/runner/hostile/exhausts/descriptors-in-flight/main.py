# Descriptors that are under way in a socket count for no process's own limit.
import array
import os
import socket

held = []


def double(number):
    null = os.open("/dev/null", os.O_RDONLY)
    for _ in range(10_000):
        one, other = socket.socketpair()
        held.extend((one, other))
        for _ in range(100):
            one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [null] * 200))], socket.MSG_DONTWAIT)
