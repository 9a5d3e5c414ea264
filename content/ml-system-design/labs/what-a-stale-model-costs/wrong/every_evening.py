# caught by: eighty other places
# fresh is always better, and the price is somebody else's
def train_tonight(losses, trained, price):
    return True
