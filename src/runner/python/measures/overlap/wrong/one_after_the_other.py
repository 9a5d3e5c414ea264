# caught by: four at once, and no more
# says: expected 4 fetches at once, got 1
def fetch_all(fetch, pages):
    found = []
    for page in pages:
        try:
            found.append(fetch(page))
        except KeyError:
            found.append(None)
    return found
