# %% Which shapes do the batches have?
# with pool: 2 | 4
sentences = [[1, 2, 3], [4], [5, 6], [7]]
[tuple(words.shape) for words, real in batches(sentences, 2, pool)]

# %% What is in the first batch of words?
words, real = next(batches([[0, 5], [3]], 2, 2))
words.tolist()

# %% How many words of each batch are real?
sentences = [[0, 0], [1], [0], [2, 2, 2], [9]]
[int(real.sum()) for words, real in batches(sentences, 2, 4)]
