import heapq


def arrange(appeal, likeness, v):
    """Old values are upper bounds once something is shown: refresh only what comes to the top of the heap."""
    n = len(appeal)
    if n == 0:
        return
    first = max(range(n), key=lambda i: (appeal[i], -i))
    shown = [first]
    yield first
    closest = {i: float(likeness(first, i)) for i in range(n) if i != first}
    checked = dict.fromkeys(closest, 1)  # how many of the shown objects are in `closest`
    heap = [(-((1 - v) * float(appeal[i]) - v * closest[i]), i) for i in closest]
    heapq.heapify(heap)
    while heap:
        _, i = heapq.heappop(heap)
        if checked[i] == len(shown):
            shown.append(i)
            yield i
        else:
            closest[i] = max([closest[i]] + [float(likeness(j, i)) for j in shown[checked[i] :]])
            checked[i] = len(shown)
            heapq.heappush(heap, (-((1 - v) * float(appeal[i]) - v * closest[i]), i))
