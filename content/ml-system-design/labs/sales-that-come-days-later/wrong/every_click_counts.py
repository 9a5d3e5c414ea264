# caught by: thirty-six other shops
# takes a click without a sale for a click that will have none
def tomorrows_rate(clicks, now):
    recent = clicks[clicks["clicked"] > now - 6]
    return float(recent["sold"].notna().mean())
