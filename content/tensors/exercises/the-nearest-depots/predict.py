# %% What are the shapes of `index` and `distance`?
# with k: 1 | 3
import numpy as np
index, distance = nearest(np.zeros((5, 2)), np.arange(8.0).reshape(4, 2), k)
(index.shape, distance.shape)

# %% Which depots are nearest?
import numpy as np
addresses = np.array([[0.0, 0.0], [6.0, 0.0]])
depots = np.array([[4.0, 0.0], [0.0, 4.0], [2.0, 0.0], [0.0, -2.0]])
index, distance = nearest(addresses, depots, 2)
index.tolist()

# %% How does it end?
import numpy as np
nearest(np.zeros((2, 2)), np.zeros((3, 2)), 4)
