# %% What does it return?
# with devices: 1 | 2 | 3 | 4
lay_out([2, 2, 2, 6, 1], devices)

# %% What does it return, when most layers cost nothing?
lay_out([0, 0, 5, 0], 3)

# %% How does it end?
lay_out([4, 1], 3)
