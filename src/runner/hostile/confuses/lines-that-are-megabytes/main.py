# The source lines that a traceback shows come from where the learner can put them.
import linecache

linecache.cache["main.py"] = (1, None, ["x" * 10_000_000 + "\n"] * 100, "main.py")


def double(number):
    raise ValueError("look at my lines")
