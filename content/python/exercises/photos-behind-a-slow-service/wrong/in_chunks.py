# caught by: photos of different patience
# Chunks of at_once keep the limit; each waits for its slowest photo, while places stand empty.
from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")

    def one(photo):
        try:
            return ask(photo)
        except Exception:
            return None

    names, labels = list(dict.fromkeys(photos)), {}
    for start in range(0, len(names), at_once):
        chunk = names[start : start + at_once]
        with ThreadPoolExecutor(at_once) as workers:
            labels.update(zip(chunk, workers.map(one, chunk)))
    return [labels[photo] for photo in photos]
