# caught by: a hundred and twenty other pages
# ranks by the share that is opened: what stood on top stays on top, and the log agrees with itself
def ranking(log):
    rate = log.groupby("show")["opened"].mean()
    return [int(show) for show in rate.sort_values(ascending=False).index]
