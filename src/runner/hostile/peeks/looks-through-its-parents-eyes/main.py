# What it inherited from the interpreter that it was forked from: its objects, its sockets, its settings.
import gc
import os
import socket
import sys

found = []
for thing in gc.get_objects():
    if type(thing).__name__ in ("Zygote", "Job", "Watch"):
        jobs = getattr(thing, "jobs", None)
        for job in (jobs or {}).values():
            if any(channel.fileno() >= 0 for channel in job.channels.values()):
                found.append(f"channels of job {job.id}")
    if isinstance(thing, socket.socket) and thing.fileno() >= 0:
        try:
            if thing.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                found.append("a listening socket")
        except OSError:
            pass
for descriptor in range(3, 1024):
    try:
        line = socket.socket(fileno=os.dup(descriptor))
        if line.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            found.append(f"listens on {descriptor}")
    except OSError:
        pass


def double(number):
    return ", ".join(found) or "nothing"
