# caught by: a hundred and twenty other pages
# weighs by how often a slot is opened, but over all visits: there the better shows stand on top, so their merit is taken for the slot's
def ranking(log):
    looked = log.groupby("slot")["opened"].sum() / log.groupby("slot")["shown"].sum()
    weighted = log["opened"] / log["slot"].map(looked)
    appeal = weighted.groupby(log["show"]).sum() / log.groupby("show")["shown"].sum()
    return [int(show) for show in appeal.sort_values(ascending=False).index]
