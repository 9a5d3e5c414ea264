# caught by: nine thousand other releases
# a fixed alarm at 10 % below: in the first hours chance alone is larger
def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    return (new / old < 0.9).to_numpy()
