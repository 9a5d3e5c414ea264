from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError(f"at_once must be at least 1, got {at_once!r}")

    def one(photo):
        try:
            return ask(photo)
        except Exception:  # the answer for this photo, and for no other
            return None

    # Repetitions go before any worker starts: afterwards two could ask about the same name.
    names = list(dict.fromkeys(photos))
    # A worker takes the next name as soon as it is free; leaving the block waits for all of them.
    with ThreadPoolExecutor(at_once) as workers:
        labels = dict(zip(names, workers.map(one, names)))
    return [labels[photo] for photo in photos]
