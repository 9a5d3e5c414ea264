# %% In which order do the readings come out?
# with slack: 0 | 2 | 5
readings = [(5, "a"), (3, "b"), (7, "c"), (6, "d"), (4, "e")]
[name for time, name in in_order(readings, slack, lambda item: None)]

# %% Which readings are too late?
late = []
list(in_order([(10, "a"), (8, "b"), (13, "c"), (10, "d"), (11, "e")], 2, late.append))
[name for time, name in late]

# %% How many readings have been taken when the first one comes out?
taken = []

def feed():
    for time in [1, 2, 3, 4, 5, 6]:
        taken.append(time)
        yield (time, "reading")

next(in_order(feed(), 3, lambda item: None))
len(taken)
