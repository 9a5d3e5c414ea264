# adds up a smoothed excess, from the level of days on which some model was new
def train_tonight(losses, trained, price):
    firsts = [losses[day] for day in trained if day < len(losses)][-5:]
    level = sum(firsts) / len(firsts)
    excess, total = 0.0, 0.0
    for loss in losses[trained[-1] :]:
        excess += 0.5 * (loss - level - excess)
        total += excess
    return total > 0.9 * price
