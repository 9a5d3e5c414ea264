"""How often it asks: the first version that is broken, among sorted ones."""
from onsite import Calls, check, equal, require


@check("an example", visible=True)
def example(learner):
    equal(learner.first_broken(8, lambda version: version >= 5), 5)


@check("a million versions", category="scale")
def million(learner, rng):
    broken = rng.randrange(10**6)
    is_broken = Calls(lambda version: version >= broken, limit=1000)
    equal(learner.first_broken(10**6, is_broken), broken)
    require(is_broken.count <= 21, f"expected at most 21 calls, got {is_broken.count}")
