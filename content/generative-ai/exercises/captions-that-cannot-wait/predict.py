# %% What are the shape of the keys that are held, and the number of frames seen?
# with burst: 2 | 3 | 6
import torch
listener = Listener(width=8, heads=4, shared=2, window=4)
answers, past = listener(torch.zeros(1, burst, 8))
(tuple(past[0].shape), past[2])

# %% How many frames are held after the second burst?
import torch
listener = Listener(width=8, heads=2, shared=2, window=5)
_, past = listener(torch.zeros(3, 2, 8))
_, past = listener(torch.zeros(3, 1, 8), past)
past[0].shape[2]

# %% How many numbers does the module learn?
listener = Listener(width=8, heads=4, shared=2, window=4)
sum(parameter.numel() for parameter in listener.parameters())
