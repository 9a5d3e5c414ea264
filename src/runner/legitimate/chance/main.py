# Chance with a seed, without one, and of the system.
import os
import random
import secrets
import uuid


def double(number):
    rng = random.Random(5)
    state = rng.getstate()
    one = rng.sample(range(1000), 5)
    rng.setstate(state)
    assert one == rng.sample(range(1000), 5) and random.random() < 1 and secrets.token_hex(4) != os.urandom(4).hex() and uuid.uuid4().version == 4
    return 2 * number
