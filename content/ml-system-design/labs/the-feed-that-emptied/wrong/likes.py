# caught by: fifty other markets
# nothing but satisfaction: users stay, and find nothing that they want to open
def scores(articles, history):
    return articles["liked"].to_numpy()
