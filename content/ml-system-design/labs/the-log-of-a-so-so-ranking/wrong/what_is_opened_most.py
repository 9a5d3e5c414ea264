# caught by: a hundred and twenty other pages
# ranks by the share that is opened: what stood on top stays on top, and the log agrees with itself
def ranking(log):
    counts = log.groupby("show")[["opened", "shown"]].sum()
    rate = counts["opened"] / counts["shown"]
    return [int(show) for show in rate.sort_values(ascending=False).index]
