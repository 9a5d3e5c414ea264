# %% What does the reader see?
newest = [("b", 7), ("c", None)]
older = [("a", 1), ("c", 3)]
oldest = [("b", 2), ("c", 4), ("d", 5)]
list(read_merged(newest, older, oldest))

# %% What does the reader see, when a key was deleted and written again?
list(read_merged([("k", 9)], [("k", None), ("m", 0)], [("k", 1), ("m", 2)]))

# %% How many pairs are left in `feed` after the first one was handed out?
feed = iter([("a", 1), ("b", 2), ("c", 3), ("d", 4)])
reader = read_merged(feed)
next(reader)
len(list(feed))
