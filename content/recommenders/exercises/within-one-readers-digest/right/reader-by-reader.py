from bisect import bisect_left, bisect_right
from collections import defaultdict
from math import nan


def digest_quality(log):
    digests = defaultdict(lambda: ([], []))
    for reader, score, opened in zip(log["reader"].tolist(), log["score"].tolist(), log["opened"].tolist()):
        digests[reader][1 if opened else 0].append(score)
    total = weight = 0.0
    for unopened, opened in digests.values():
        if not unopened or not opened:
            continue
        unopened.sort()
        won = sum((bisect_left(unopened, s) + bisect_right(unopened, s)) / 2 for s in opened)
        mailed = len(unopened) + len(opened)
        total += mailed * won / (len(unopened) * len(opened))
        weight += mailed
    return total / weight if weight else nan
