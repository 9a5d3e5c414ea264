# Uses in the second check what it was lent in the first.
kept = []


def visit(tell):
    kept.append(tell)
    if len(kept) > 1:
        kept[0](1)
        return None
    tell(1)
