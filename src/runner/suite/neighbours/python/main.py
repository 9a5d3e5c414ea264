# Minds its own business, and looks whether anybody touched what is its own.
import hashlib
import os
import signal
import socket
import threading
import time

alarms = []
ticks = []


def settle():
    """Takes what a process can have: files, shared memory, a child, a thread, sockets, a signal handler."""
    global child, door, thread
    signal.signal(signal.SIGUSR1, lambda *_: alarms.append("SIGUSR1"))
    for path in ("diary", "/tmp/diary", "/dev/shm/diary"):
        with open(path, "x") as file:
            file.write("mine")
    door = socket.socket(socket.AF_UNIX)
    door.bind("\0onsite-neighbour")
    door.listen()
    door.setblocking(False)
    child = os.fork()
    if child == 0:
        time.sleep(30)
        os._exit(0)
    thread = threading.Thread(target=lambda: [ticks.append(time.sleep(0.001)) for _ in range(20)])
    thread.start()
    return sorted(os.listdir(".")), sorted(os.listdir("/tmp")), sorted(os.listdir("/dev/shm"))


def work(rounds):
    digest = b"neighbour"
    for _ in range(rounds):
        digest = hashlib.sha256(digest).digest()
    return digest.hex()


def rest(seconds):
    time.sleep(seconds)


def look():
    """What became of it all."""
    thread.join()
    try:
        door.accept()
        visitors = "somebody came"
    except BlockingIOError:
        visitors = "nobody came"
    gone, _ = os.waitpid(child, os.WNOHANG)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    texts = [open(path).read() for path in ("diary", "/tmp/diary", "/dev/shm/diary")]
    names = sorted(os.listdir(".")), sorted(os.listdir("/tmp")), sorted(os.listdir("/dev/shm"))
    return {"visitors": visitors, "child": gone, "ticks": len(ticks), "alarms": alarms, "texts": texts, "names": names}
