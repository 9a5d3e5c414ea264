# caught by: eighty other places
# an alarm when today's loss is 0.015 above the model's first day: never asks what 0.015 is worth, and one noisy day shifts it
def train_tonight(losses, trained, price):
    return losses[-1] > losses[trained[-1]] + 0.015
