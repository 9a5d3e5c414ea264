from itertools import groupby


def chance_of_order(scores, fraudulent):
    """Plain Python: walk the claims from the lowest score up, one group of equal scores at a time."""
    rows = sorted(zip(scores.tolist(), map(bool, fraudulent), strict=True))
    seen_honest = seen_fraud = 0
    won = 0.0
    for _, group in groupby(rows, key=lambda row: row[0]):
        labels = [label for _, label in group]
        fraud = sum(labels)
        honest = len(labels) - fraud
        won += fraud * (seen_honest + honest / 2)
        seen_honest += honest
        seen_fraud += fraud
    pairs = seen_honest * seen_fraud
    return won / pairs if pairs else float("nan")
