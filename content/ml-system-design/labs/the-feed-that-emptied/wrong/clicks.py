# caught by: fifty other markets
# the metric of the week: best on the first day, and every day for fewer users
def scores(articles, history):
    return articles["click"].to_numpy()
