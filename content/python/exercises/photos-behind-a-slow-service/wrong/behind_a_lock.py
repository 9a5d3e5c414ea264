# caught by: the example
# The dictionary is protected, and with it the wait: the threads queue at the lock.
import threading
from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    labels, lock = {}, threading.Lock()

    def one(photo):
        with lock:
            if photo not in labels:
                try:
                    labels[photo] = ask(photo)
                except Exception:
                    labels[photo] = None

    with ThreadPoolExecutor(at_once) as workers:
        list(workers.map(one, photos))
    return [labels[photo] for photo in photos]
