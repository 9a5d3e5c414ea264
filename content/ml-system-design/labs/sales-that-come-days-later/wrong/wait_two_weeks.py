# caught by: thirty-six other shops
# waits until every label is there: right about the rate of two weeks ago
def tomorrows_rate(clicks, now):
    ripe = clicks[clicks["clicked"] <= now - 14]
    return float(ripe["sold"].notna().mean())
