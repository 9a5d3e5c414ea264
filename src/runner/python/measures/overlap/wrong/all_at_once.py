# caught by: four at once, and no more
# says: expected 4 fetches at once, got 12
from concurrent.futures import ThreadPoolExecutor


def fetch_all(fetch, pages):
    def one(page):
        try:
            return fetch(page)
        except KeyError:
            return None

    with ThreadPoolExecutor(32) as workers:
        return list(workers.map(one, pages))
