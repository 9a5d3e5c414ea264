from world import Place, best_cadence, run


def train_tonight(losses, trained, price):
    """Whether to train again tonight, on the outcomes of today."""
    return len(losses) % 7 == 0
