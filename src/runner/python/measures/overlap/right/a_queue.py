import queue
import threading


def fetch_all(fetch, pages):
    waiting, found = queue.Queue(), {}
    for place in enumerate(pages):
        waiting.put(place)

    def work():
        while True:
            try:
                place, page = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                found[place] = fetch(page)
            except KeyError:
                found[place] = None

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[place] for place in range(len(pages))]
