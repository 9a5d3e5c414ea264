"""Days in the life of a model registry: what trainers, three deployers and an auditor ask of it.

`days(rng, count)` draws calls, `play(registry, calls)` makes them and returns what came of each.
"""

DEPLOYERS = 3


def days(rng, count=60):
    """Calls as tuples. A deployer promotes what they think fit, knowing the live version that they looked up some time ago."""
    calls, versions, at = [("register", None, 50)], 1, 0
    while len(calls) < count:
        at += int(3 * rng.random())  # several things happen in one minute
        what = rng.random()
        version = 1 + int(versions * rng.random()) if rng.random() < 0.4 else max(1, versions - int(3 * rng.random()))
        deployer = int(DEPLOYERS * rng.random())
        if what < 0.22:
            parent = None if rng.random() < 0.3 else version
            calls.append(("register", parent, int(100 * rng.random())))
            versions += 1
        elif what < 0.36:
            calls.append(("look", deployer))
        elif what < 0.62:
            calls.append(("promote", deployer, version, at))
        elif what < 0.72:
            calls.append(("rollback", at))
        elif what < 0.77:
            calls.append(("reject", version))
        elif what < 0.82:
            calls.append(("taint", version, at))
        elif what < 0.9:
            calls.append(("live_at", int((at + 2) * rng.random())))
        elif what < 0.95:
            calls.append(("stage", version if rng.random() < 0.9 else versions + 1))
        else:
            calls.append(("lineage", version))
    return calls


def gate(candidate, live):
    """The score of a candidate must not be far below that of the live version."""
    return live is None or candidate >= live - 30


def play(registry, calls):
    """What came of each call: its value, or the name of the error."""
    seen, told = [None] * DEPLOYERS, []
    for name, *arguments in calls:
        try:
            if name == "look":
                seen[arguments[0]] = answer = registry.live()
            elif name == "promote":
                deployer, version, at = arguments
                answer = registry.promote(version, seen[deployer], gate, at)
            else:
                answer = getattr(registry, name)(*arguments)
        except (KeyError, ValueError, RuntimeError) as problem:
            answer = next(kind.__name__ for kind in (KeyError, ValueError, RuntimeError) if isinstance(problem, kind))
        told.append(answer)
    return told
