# how deep an opening lies on the average gives the steepness; then only the visits in the order by hand, each show in its one slot
import numpy as np
from scipy.optimize import brentq


def ranking(log):
    shuffled = log[log["shuffled"]]
    slots = np.arange(1, 21)
    depth = (np.log(shuffled["slot"]) * shuffled["opened"]).sum() / shuffled["opened"].sum()

    def too_deep(steepness):
        looked = slots**-steepness
        return (np.log(slots) * looked).sum() / looked.sum() - depth

    steepness = brentq(too_deep, -1, 5)
    by_hand = log[~log["shuffled"]].set_index("show")
    appeal = by_hand["opened"] / by_hand["shown"] * by_hand["slot"] ** steepness
    return [int(show) for show in appeal.sort_values(ascending=False).index]
