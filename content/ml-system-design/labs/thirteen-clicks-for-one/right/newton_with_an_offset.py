# the rate as an offset of a logistic regression that is solved by hand: what is left is a model of the market
import numpy as np


def design(table):
    surface = np.column_stack([table["surface"] == name for name in ("feed", "search", "video")])
    return np.column_stack([surface, table[["price", "age", "distance", "match"]]]).astype(float)


def click_rates(log, impressions):
    features, clicked = design(log), log["clicked"].to_numpy()
    offset = -np.log(log["kept"].to_numpy())
    weights = np.array([-4.5, -4.5, -4.5, 0, 0, 0, 0])  # near enough for Newton's steps
    for _ in range(12):
        told = 1 / (1 + np.exp(-(features @ weights + offset)))
        curvature = features.T @ (features * (told * (1 - told))[:, None]) + 1e-6 * np.eye(len(weights))
        weights += np.linalg.solve(curvature, features.T @ (clicked - told))
    return 1 / (1 + np.exp(-(design(impressions) @ weights)))
