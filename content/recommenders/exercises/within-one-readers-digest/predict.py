# %% Which figure comes back?
# with scores: [0.9, 0.1, 0.5, 0.7, 0.2] | [0.9, 0.9, 0.5, 0.7, 0.7]
import pandas as pd
log = pd.DataFrame({"reader": ["a", "a", "b", "b", "b"], "score": scores, "opened": [1, 0, 1, 0, 0]})
digest_quality(log)

# %% Which figure comes back, when one reader opened everything?
import pandas as pd
log = pd.DataFrame({"reader": [1, 1, 2, 2], "score": [0.3, 0.4, 0.9, 0.2], "opened": [True, True, False, True]})
digest_quality(log)
