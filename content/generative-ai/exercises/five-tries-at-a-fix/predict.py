# %% Which chance comes back for a report with 5 tries of which 1 passed?
# with k: 1 | 2 | 5 | 6
import numpy as np
float(chance_of_repair(np.array([5]), np.array([1]), [k])[0, 0])

# %% What is the shape of the result?
import numpy as np
chance_of_repair(np.array([4, 0, 9]), np.array([1, 0, 9]), [1, 10]).shape

# %% How does it end?
import numpy as np
chance_of_repair(np.array([3]), np.array([4]), [1])
