from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    pending = {}
    with ThreadPoolExecutor(max_workers=at_once) as workers:
        for photo in photos:
            if photo not in pending:
                pending[photo] = workers.submit(ask, photo)
    return [None if pending[photo].exception() else pending[photo].result() for photo in photos]
