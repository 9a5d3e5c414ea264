# caught by: eighty other places
# a week is what everybody does
def train_tonight(losses, trained, price):
    return len(losses) - trained[-1] >= 7
