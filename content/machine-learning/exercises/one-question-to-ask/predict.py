# %% What are the threshold and the gain of the best question, rounded to three decimals?
# with gamma: 0.0 | 0.5
import numpy as np
value = np.array([1.0, 3.0, 2.0])
pull = np.array([-2.0, 2.0, 2.0])
t, _, gain = best_question(value, pull, np.ones(3), 1.0, gamma, 0.0)
(t, round(gain, 3))

# %% What is the threshold of the best question?
# with least: 1.0 | 2.0
import numpy as np
value = np.array([5.0, 1.0, 1.0, 9.0])
pull = np.array([1.0, 1.0, 1.0, -6.0])
best_question(value, pull, np.ones(4), 1.0, 0.0, least)[0]

# %% Where do the freezers without a value go?
import numpy as np
value = np.array([1.0, 2.0, np.nan, np.nan])
pull = np.array([-3.0, 3.0, -2.0, -2.0])
best_question(value, pull, np.ones(4), 1.0, 0.0, 0.0)[1]
