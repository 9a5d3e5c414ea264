# caught by: a hundred and twenty other pages
# trusts the random order alone: right on the average, but one visit in fifty is too few to tell twenty shows apart
def ranking(log):
    rate = log[log["shuffled"]].groupby("show")["opened"].mean()
    return [int(show) for show in rate.sort_values(ascending=False).index]
