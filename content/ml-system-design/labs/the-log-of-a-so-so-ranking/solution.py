import numpy as np
from scipy.optimize import minimize_scalar
from world import SHOWS


def ranking(log):
    # In shuffled visits every slot has the same shows on the average, so what differs between slots is who looks.
    # One number describes the curve; a rate for each of twenty slots would be mostly noise.
    shuffled = log[log["shuffled"]]
    opened = shuffled.groupby("slot")["opened"].sum().to_numpy()
    slots = np.arange(1, SHOWS + 1)

    def unlikely(steepness):
        looked = slots**-steepness
        return opened.sum() * np.log(looked.sum()) - opened @ np.log(looked)

    looked = slots ** -minimize_scalar(unlikely, bounds=(0, 3), method="bounded").x

    # What opens where few look counts for the many that would have.
    weighted = log["opened"] / looked[log["slot"] - 1]
    appeal = weighted.groupby(log["show"]).sum() / log.groupby("show")["shown"].sum()
    return [int(show) for show in appeal.sort_values(ascending=False).index]
