# %% Which probabilities come back, rounded to three decimals?
# with allowed: [[True, True, True]] | [[True, False, True]] | [[False, False, False]]
import numpy as np
probabilities(np.array([[2.0, 900.0, 2.0]]), np.array(allowed)).round(3).tolist()

# %% What does each row of probabilities add up to?
import numpy as np
scores = np.array([[1000.0, 1000.0], [3.0, -3.0]])
allowed = np.array([[True, True], [False, False]])
probabilities(scores, allowed).sum(axis=1).tolist()

# %% How does it end?
import numpy as np
probabilities(np.zeros((2, 3)), np.ones((2, 3), dtype=bool), 0.0)
