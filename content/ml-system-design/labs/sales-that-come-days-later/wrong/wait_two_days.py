# caught by: thirty-six other shops
# waits for the labels, but only as long as the average sale takes
def tomorrows_rate(clicks, now):
    age = now - clicks["clicked"]
    ripe = clicks[(age > 2) & (age <= 7)]
    return float(ripe["sold"].notna().mean())
