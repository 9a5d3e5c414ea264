# caught by: the quickest answers come last
# `as_completed` hands out what is ready first; the names are forgotten.
from concurrent.futures import ThreadPoolExecutor, as_completed


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    names = list(dict.fromkeys(photos))
    with ThreadPoolExecutor(at_once) as workers:
        futures = [workers.submit(ask, name) for name in names]
        answers = [None if future.exception() else future.result() for future in as_completed(futures)]
    labels = dict(zip(names, answers))
    return [labels[photo] for photo in photos]
