# %% How many stretches are there, and how long is the longest?
# with change: 0 | 1 | 4
stretches([2, -1, -1, 1, 0], change)

# %% How many stretches are there, and how long is the longest, when nothing flows?
stretches([0, 0, 0], 0)
