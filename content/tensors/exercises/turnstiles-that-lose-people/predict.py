# %% What is in `totals` afterwards?
# with gates: [1, 1, 0] | [2, 2, 2] | [0, 1, 2]
import numpy as np
totals = np.array([100, 200, 300])
record(totals, np.array(gates), np.array([5, 3, 1]))
totals.tolist()

# %% How does it end?
# with gate: -1 | 3
import numpy as np
record(np.zeros(3, dtype=int), np.array([gate]), np.array([7]))
