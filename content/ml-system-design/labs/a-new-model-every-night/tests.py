"""Checks for a-new-model-every-night: nights whose truth is known."""
from onsite import check, measure, require
from world import BAD, GOOD, Night


def judged(learner, rng, nights):
    wrongly, missed = [], []
    kinds = {}
    for _ in range(nights):
        night = Night(rng)
        answer = learner.promote(night.recent, night.audited, night.frozen)
        require(answer is True or answer is False, f"expected True or False, got {answer!r}")
        (missed if night.good else wrongly).append(answer != night.good)
        kinds.setdefault(night.kind, []).append(answer != night.good)
    return wrongly, missed, kinds


@check("forty nights", visible=True)
def few(learner, rng):
    wrongly, _, _ = judged(learner, rng, 40)
    measure("bad models promoted", wrongly, most=0.4)


@check("two hundred and sixty other nights")
def many(learner, rng):
    wrongly, missed, kinds = judged(learner, rng, 260)
    measure("bad models promoted", wrongly, most=0.1)
    measure("good models missed", missed, most=0.2)
    for kind in BAD:
        measure(f"of the kind {kind}, promoted", kinds[kind], most=0.35)
    for kind in GOOD:
        measure(f"of the kind {kind}, missed", kinds[kind], most=0.35)
