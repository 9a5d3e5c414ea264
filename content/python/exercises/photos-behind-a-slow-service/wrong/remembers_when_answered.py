# caught by: the same photo again and again
# "Ask if it is not known yet" inside the workers: until the first answer is there, it is not known to anybody.
from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    labels = {}

    def one(photo):
        if photo not in labels:
            try:
                labels[photo] = ask(photo)
            except Exception:
                labels[photo] = None

    with ThreadPoolExecutor(at_once) as workers:
        list(workers.map(one, photos))
    return [labels[photo] for photo in photos]
