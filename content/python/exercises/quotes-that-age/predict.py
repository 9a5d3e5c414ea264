# %% At which moments is a quote fetched?
# with capacity: 1 | 2
now = 0
fetched = []

def fetch(key):
    fetched.append(now)
    return key

get = remember(10, capacity, lambda: now)(fetch)
for now, key in [(0, "a"), (1, "b"), (2, "a"), (10, "a"), (12, "b")]:
    get(key)
fetched

# %% What do the calls of `forget` return?
get = remember(10, 5, lambda: 0)(lambda key: None)
get("a")
[get.forget("a"), get.forget("a"), get.forget("b")]

# %% Which keys are fetched a second time?
asked = []
get = remember(100, 2, lambda: 0)(asked.append)
for key in ["a", "b", "a", "c", "a", "b"]:
    get(key)
sorted(key for key in set(asked) if asked.count(key) > 1)
