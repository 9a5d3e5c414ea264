"""Checks for the-table-of-another-team: contracts are held against faults and against life."""
from onsite import check, measure, require
from world import CHANGES, CORRUPTIONS, History


def refused(contract, batch):
    found = contract.violations(batch)
    require(isinstance(found, list) and all(isinstance(one, str) for one in found), f"expected a list of texts, got {found!r}")
    return len(found) > 0


def judged(learner, rng, shops):
    caught, alarms, quiet = {}, {}, []
    for _ in range(shops):
        history = History(rng)
        contract = learner.Contract(history.days)
        for batch in (history.day() for _ in range(3)):
            quiet.append(refused(contract, batch))
        for change in CHANGES:
            alarms.setdefault(change.__name__, []).append(refused(contract, change(history.day(), history, rng)))
        for corruption in CORRUPTIONS:
            caught.setdefault(corruption.__name__, []).append(refused(contract, corruption(history.day(), history, rng)))
    return caught, alarms, quiet


def flat(by_kind):
    return [one for found in by_kind.values() for one in found]


@check("four shops", visible=True)
def few(learner, rng):
    caught, alarms, _ = judged(learner, rng, 4)
    measure("faults caught", flat(caught), least=0.6)
    measure("harmless changes refused", flat(alarms), most=0.3)


@check("fourteen other shops")
def many(learner, rng):
    caught, alarms, quiet = judged(learner, rng, 14)
    measure("faults caught", flat(caught), least=0.85)
    measure("kinds of faults caught in most shops", [sum(found) > len(found) / 2 for found in caught.values()], least=0.45)
    measure("harmless changes refused", flat(alarms), most=0.1)
    measure("ordinary days refused", quiet, most=0.2)
