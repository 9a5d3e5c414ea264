from concurrent.futures import ThreadPoolExecutor


def fetch_all(fetch, pages):
    def one(page):
        try:
            return fetch(page)
        except KeyError:
            return None

    with ThreadPoolExecutor(4) as workers:
        return list(workers.map(one, pages))
