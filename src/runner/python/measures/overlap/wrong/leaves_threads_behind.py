# caught by: two pages, four at once, and no more, a page that fails
# says: expected
# It answers before anything was fetched.
import threading


def fetch_all(fetch, pages):
    for page in pages:
        threading.Thread(target=fetch, args=(page,), daemon=True).start()
    return [page.upper() for page in pages][:-1]
