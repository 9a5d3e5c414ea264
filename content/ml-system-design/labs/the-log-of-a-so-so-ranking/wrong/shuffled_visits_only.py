# caught by: a hundred and twenty other pages
# trusts the random order alone: right on the average, but one visit in fifty is too few to tell twenty shows apart
def ranking(log):
    counts = log[log["shuffled"]].groupby("show")[["opened", "shown"]].sum()
    rate = counts["opened"] / counts["shown"]
    return [int(show) for show in rate.sort_values(ascending=False).index]
