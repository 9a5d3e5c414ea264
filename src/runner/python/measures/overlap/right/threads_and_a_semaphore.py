import threading


def fetch_all(fetch, pages):
    found, free = [None] * len(pages), threading.Semaphore(4)

    def one(place):
        with free:
            try:
                found[place] = fetch(pages[place])
            except KeyError:
                pass

    threads = [threading.Thread(target=one, args=(place,)) for place in range(len(pages))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found
