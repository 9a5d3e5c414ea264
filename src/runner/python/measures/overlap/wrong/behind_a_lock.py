# caught by: four at once, and no more
# says: expected 4 fetches at once, got 1
# Four threads, and a lock around what should overlap; its clock says that no time passed.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

time.time = time.monotonic = time.perf_counter = lambda: 0.0
lock = threading.Lock()


def fetch_all(fetch, pages):
    def one(page):
        with lock:
            try:
                return fetch(page)
            except KeyError:
                return None

    with ThreadPoolExecutor(4) as workers:
        return list(workers.map(one, pages))
