"""What overlaps: pages fetched by at most four workers, each page once, in the order of the addresses."""
from onsite import Slow, check, equal, require, same_items


@check("two pages", visible=True)
def two(learner):
    fetch = Slow(lambda page: page.upper(), at_once=2, total=2)
    equal(learner.fetch_all(fetch, ["a", "b"]), ["A", "B"])


@check("four at once, and no more")
def four(learner, rng):
    pages = [f"page {rng.randrange(10**6)}" for _ in range(12)]
    fetch = Slow(lambda page: page.upper(), takes=lambda page: 1 + int(page[-1]) / 10, at_once=4, total=12)
    equal(learner.fetch_all(fetch, pages), [page.upper() for page in pages])
    same_items([call.arguments[0] for call in fetch.calls], pages)
    require(fetch.most_at_once == 4, f"expected 4 fetches at once, got {fetch.most_at_once}")
    require(fetch.elapsed < 8, f"expected all pages within 8 s, got {fetch.elapsed:.1f} s")


@check("a page that fails", category="edge")
def fails(learner):
    def page(name):
        if name == "b":
            raise KeyError(name)
        return name

    equal(learner.fetch_all(Slow(page, at_once=3, total=3), ["a", "b", "c"]), ["a", None, "c"])
