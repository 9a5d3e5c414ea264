# Counts on threads not being processes.
import threading
import time


def double(number):
    while True:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
