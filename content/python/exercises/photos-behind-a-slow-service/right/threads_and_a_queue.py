import queue
import threading


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    labels, waiting = {}, queue.SimpleQueue()
    for photo in photos:
        if photo not in labels:
            labels[photo] = None
            waiting.put(photo)

    def work():
        while True:
            try:
                photo = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                labels[photo] = ask(photo)
            except Exception:
                pass

    threads = [threading.Thread(target=work) for _ in range(min(at_once, len(labels)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [labels[photo] for photo in photos]
