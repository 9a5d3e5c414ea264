"""Checks for photos-behind-a-slow-service. The service is the judge's: it has its own clock and counts what is open at a time."""
import heapq

from onsite import Slow, check, equal, raises, require, same_items


def service(photos, at_once, seconds=None, failing=()):
    """A service for these photos; `seconds` is what each name takes, one second where it does not say."""

    def label(photo):
        if photo in failing:
            raise failing[photo](f"no label for {photo}")
        return f"a {photo}"

    return Slow(label, takes=lambda photo: (seconds or {}).get(photo, 1.0), at_once=at_once, total=len(set(photos)))


def duration(names, at_once, seconds):
    """How long it takes if no place is left empty: a place is given to the next name when it becomes free."""
    free = [0.0] * at_once
    for name in names:
        heapq.heappush(free, heapq.heappop(free) + seconds.get(name, 1.0))
    return max(free)


def labelled(learner, photos, at_once, seconds=None, failing=None):
    """Labels the photos and looks at answers and overlap; returns the service."""
    ask = service(photos, at_once, seconds, failing or {})
    answers = learner.label_all(ask, photos, at_once)
    equal(answers, [None if failing and photo in failing else f"a {photo}" for photo in photos])
    names = list(dict.fromkeys(photos))
    same_items([call.arguments[0] for call in ask.calls], names)
    most = min(at_once, len(names))
    require(ask.most_at_once == most, f"expected {most} calls open at a time, got {ask.most_at_once}")
    wanted = duration(names, at_once, seconds or {})
    require(abs(ask.elapsed - wanted) < 1e-6, f"expected all labels after {wanted:g} s, got {ask.elapsed:g} s")
    return ask


@check("the example", visible=True)
def example(learner):
    labelled(learner, ["cat.jpg", "dog.jpg", "owl.jpg", "dog.jpg"], 2, seconds={"cat.jpg": 3.0})


@check("four photos, two at a time", visible=True)
def four(learner):
    ask = service(["a", "b", "c", "d"], 2)
    equal(learner.label_all(ask, ["a", "b", "c", "d"], 2), ["a a", "a b", "a c", "a d"])
    require(ask.most_at_once == 2, f"expected 2 calls open at a time, got {ask.most_at_once}")
    equal(ask.elapsed, 2.0)


@check("photos of different patience", category="behaviour")
def uneven(learner):
    seconds = {"slow": 6.0, "b": 1.0, "c": 2.0, "d": 1.5, "e": 1.0, "late": 2.5, "g": 0.5}
    labelled(learner, ["slow", "b", "c", "d", "e", "late", "g"], 3, seconds)


@check("the quickest answers come last", category="edge")
def reversed_answers(learner):
    photos = [f"p{place}" for place in range(5)]
    labelled(learner, photos, 5, {photo: 5.0 - place for place, photo in enumerate(photos)})


@check("the same photo again and again", category="behaviour")
def repeated(learner):
    labelled(learner, ["a", "b", "a", "c", "a", "a", "b"], 3)
    labelled(learner, ["only"] * 6, 4)


@check("a service that fails", category="edge")
def failing(learner):
    failures = {"b": ConnectionError, "e": ValueError, "f": KeyError}
    labelled(learner, ["a", "b", "c", "b", "d", "e", "f", "g"], 2, {"b": 0.5}, failures)


@check("nothing but failures", category="edge")
def all_fail(learner):
    labelled(learner, ["a", "b", "a"], 2, failing={"a": TimeoutError, "b": TimeoutError})


@check("one at a time", category="edge")
def one(learner):
    ask = labelled(learner, ["c", "a", "b", "a"], 1)
    equal([call.arguments[0] for call in ask.calls], ["c", "a", "b"])


@check("more places than photos", category="edge")
def room(learner):
    labelled(learner, ["a", "b", "c"], 40)


@check("no photos", category="edge")
def none(learner):
    ask = service([], 1)
    equal(learner.label_all(ask, [], 3), [])
    equal(ask.count, 0)


@check("bad limits", category="edge")
def bad_limits(learner):
    for at_once in (0, -1):
        ask = service(["a"], 1)
        with raises("ValueError"):
            learner.label_all(ask, ["a"], at_once)
        equal(ask.count, 0)


@check("drawn photos")
def drawn(learner, rng):
    for at_once in (2, 4):
        names = [f"photo {number}" for number in range(9)]
        photos = names + [rng.choice(names) for _ in range(4)]
        rng.shuffle(photos)
        seconds = {name: rng.choice([0.5, 1.0, 1.5, 2.0, 4.0]) for name in names}
        labelled(learner, photos, at_once, seconds, {rng.choice(names): RuntimeError})
