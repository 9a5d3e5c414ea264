# Threads whose C code lets the others compute: more than one core at once.
import hashlib
import threading


def burn():
    block = bytes(2**20)
    while True:
        hashlib.sha256(block).digest()


def double(number):
    threads = [threading.Thread(target=burn) for _ in range(8)]
    for thread in threads:
        thread.start()
    threads[0].join()
