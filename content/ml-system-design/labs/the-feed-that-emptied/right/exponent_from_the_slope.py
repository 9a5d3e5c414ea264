# the slope of the logarithm of leaving, from ten groups of users; a quarter of it as the exponent
import numpy as np


def scores(articles, history):
    group = np.argsort(np.argsort(history["liked"].to_numpy())) * 10 // len(history)
    table = history.groupby(group).agg(liked=("liked", "mean"), left=("left", "sum"), users=("left", "size"))
    rate = (table["left"] + 0.5) / table["users"]
    slope = np.polyfit(table["liked"], np.log(rate), 1, w=np.sqrt(table["left"] + 0.5))[0]
    exponent = np.clip(-slope / 4.5, 0, 3)
    return (articles["click"] * articles["liked"] ** exponent).to_numpy()
