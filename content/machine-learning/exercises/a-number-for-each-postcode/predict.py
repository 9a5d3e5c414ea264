# %% Which numbers do the training rows get?
# with strength: 0.0 | 1.0
import numpy as np
encoder = PostcodeLateness(strength)
encoder.fit_transform(np.array([1, 1, 2, 1]), np.array([6.0, 2.0, 4.0, 0.0]), np.array([0, 0, 1, 1])).tolist()

# %% Which number does a new parcel of an unknown postcode get?
import numpy as np
encoder = PostcodeLateness(3.0)
encoder.fit_transform(np.array([1, 1, 2]), np.array([9.0, 3.0, 0.0]), np.array([0, 1, 0]))
float(encoder.transform(np.array([5]))[0])

# %% Which number does a new parcel of postcode 1 get?
import numpy as np
encoder = PostcodeLateness(2.0)
encoder.fit_transform(np.array([1, 1, 2]), np.array([9.0, 3.0, 0.0]), np.array([0, 1, 0]))
float(encoder.transform(np.array([1]))[0])
