# caught by: a service that fails
# `map` raises the first failure where its results are collected; nothing is caught, so all answers are lost.
from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    names = list(dict.fromkeys(photos))
    with ThreadPoolExecutor(at_once) as workers:
        labels = dict(zip(names, workers.map(ask, names)))
    return [labels[photo] for photo in photos]
