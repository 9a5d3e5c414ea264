# %% Which probabilities come back, as a nested list rounded to three decimals?
# with allowed: [[True, False, True]] | [[False, False, False]]
probabilities(np.array([[2.0, 900.0, 2.0]]), np.array(allowed)).round(3).tolist()

# %% What is the shape of `top`, the largest score of each row, inside `probabilities` for this input?
scores = np.zeros((4, 7))
scores.max(axis=1, keepdims=True, initial=-np.inf).shape

# %% What is the sum of the probabilities of each row?
probabilities(np.array([[1000.0, 1000.0], [3.0, -3.0]]), np.array([[True, True], [False, False]])).sum(axis=1).tolist()
