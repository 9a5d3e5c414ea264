# caught by: fifty other markets
# the probability of a liked click, the same in every market: too careful where nobody minds, too bold where users run
def scores(articles, history):
    return (articles["click"] * articles["liked"]).to_numpy()
