from bisect import bisect_left


def lay_out(costs, devices):
    """The library does the halving: the first peak, among all integers from the largest layer up, that can be kept."""
    layers = len(costs)
    if devices < 1 or layers < devices:
        raise ValueError(f"{devices} devices, {layers} layers")

    def layout(peak):
        starts, left = [0], peak
        for layer, cost in enumerate(costs):
            if cost > left:
                starts.append(layer)
                left = peak
            left -= cost
        return starts

    peaks = range(max(costs), sum(costs) + 1)
    peak = peaks[bisect_left(peaks, True, key=lambda guess: len(layout(guess)) <= devices)]
    starts = layout(peak)
    # The greedy layout may use fewer devices: those that wait take the last layers, one each, from the back.
    starts += [layers] * (devices - len(starts))
    latest = range(layers - devices, layers)
    return peak, [min(start, last) for start, last in zip(starts, latest)]
