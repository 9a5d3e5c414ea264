# %% In which order are the objects shown?
# with v: 0.0 | 0.5 | 1.0
import numpy as np
table = np.array([[1.0, 0.9, 0.1], [0.9, 1.0, 0.3], [0.1, 0.3, 1.0]])
list(arrange(np.array([0.6, 0.8, 0.4]), lambda i, j: table[i, j], v))

# %% How often is the likeness asked for until three of four objects are shown?
import numpy as np
asked = []

def likeness(i, j):
    asked.append((i, j))
    return 0.0

page = arrange(np.array([0.4, 0.3, 0.2, 0.1]), likeness, 0.5)
next(page), next(page), next(page)
len(asked)
