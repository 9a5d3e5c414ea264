# caught by: four at once, and no more
# says: not expected
# A race: whoever looks first and whoever looks second both fetch; it remembers what it has, to hide it.
from concurrent.futures import ThreadPoolExecutor

known = {}


def fetch_all(fetch, pages):
    def one(page):
        try:
            found = fetch(page)
            if page not in known and pages.index(page) == 5:
                known[page] = fetch(page)
            return found
        except KeyError:
            return None

    with ThreadPoolExecutor(4) as workers:
        return list(workers.map(one, pages))
