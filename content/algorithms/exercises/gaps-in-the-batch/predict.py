# %% What is in `labels` afterwards?
# with padding: 0 | 4 | 9
tokens = [4, 0, 4, 7, 0]
labels = [1, 2, 3, -100, 5]
close_gaps(tokens, labels, padding)
labels

# %% What is in `tokens` after the loop that moves tokens, and before the one that pads?
tokens = [0, 3, 0, 5]
write = 0
for read in range(len(tokens)):
    if tokens[read] != 0:
        tokens[write] = tokens[read]
        write += 1
tokens

# %% What does it return?
close_gaps([8, 8, 0, 8], [1, 2, 3, 4], 8)
