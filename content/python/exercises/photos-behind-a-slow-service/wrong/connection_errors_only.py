# caught by: a service that fails
# Only the failure that one thinks of first is taken for an answer.
from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")

    def one(photo):
        try:
            return ask(photo)
        except (ConnectionError, TimeoutError):
            return None

    names = list(dict.fromkeys(photos))
    with ThreadPoolExecutor(at_once) as workers:
        labels = dict(zip(names, workers.map(one, names)))
    return [labels[photo] for photo in photos]
