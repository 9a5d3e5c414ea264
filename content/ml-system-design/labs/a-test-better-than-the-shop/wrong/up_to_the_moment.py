# caught by: twenty-four other banks
# no leak from the future, but the service does not know the last hours yet, nor does it count in euros
from world import window


def features(payments, served):
    return window(payments, 0)
