# %% Which chance comes back?
# with scores: [0.2, 0.8, 0.5, 0.5] | [0.5, 0.5, 0.5, 0.5] | [0.1, 0.3, 0.3, 0.9]
import numpy as np
chance_of_order(np.array(scores), np.array([0, 1, 1, 0]))

# %% Which chance comes back, when nothing is honest?
import numpy as np
chance_of_order(np.array([0.4, 0.6]), np.array([True, True]))

# %% How does it end?
import numpy as np
chance_of_order(np.array([0.4, 0.6]), np.array([True]))
