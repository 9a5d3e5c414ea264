# caught by: fifty other markets
# the average of two probabilities: the one that varies more decides, and that is not the one that was meant
def scores(articles, history):
    return (0.5 * articles["click"] + 0.5 * articles["liked"]).to_numpy()
