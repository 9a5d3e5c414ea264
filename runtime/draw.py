"""Seeds: every random draw of a job comes from its logged seed, a different stream for each check and each side."""
import hashlib
import random
import sys


def derive(seed, *names):
    """A seed below 2**32 for one use of the job's seed."""
    text = "\0".join([str(seed), *names])
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def reseed(seed):
    """Seeds every global generator that is loaded: a forked process would else draw what its siblings draw."""
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed)
    if "torch" in sys.modules:
        # Of torch.manual_seed only what there is here: that also looks for graphics cards, for milliseconds.
        sys.modules["torch"].default_generator.manual_seed(seed)


def generator(seed):
    """What a check gets as `rng`: numpy's where it is loaded, else the standard library's."""
    if "numpy" in sys.modules:
        return sys.modules["numpy"].random.default_rng(seed)
    return random.Random(seed)
