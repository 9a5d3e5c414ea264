"""An innocent job, at work while a hostile one runs."""
import hashlib

from onsite import check, equal

HOME = ([".shm", ".tmp", "diary"], ["diary"], ["diary"])


@check("at home", visible=True)
def settles(learner):
    equal(learner.settle(), HOME)


@check("undisturbed")
def undisturbed(learner):
    digest = b"neighbour"
    for _ in range(20_000):
        digest = hashlib.sha256(digest).digest()
    equal(learner.work(20_000), digest.hex())
    learner.rest(0.3)
    equal(learner.work(20_000), digest.hex())
    found = learner.look()
    equal(found, {"visitors": "nobody came", "child": 0, "ticks": 20, "alarms": [], "texts": ["mine"] * 3, "names": HOME})
