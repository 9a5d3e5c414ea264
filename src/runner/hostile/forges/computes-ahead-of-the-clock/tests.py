"""What it costs beside the solution."""
from onsite import check, fast

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("many numbers", visible=True, category="scale")
def many(learner, rng):
    fast(learner.cubes, lambda: ([rng.randrange(1_500_000) for _ in range(20_000)],), within=2)
