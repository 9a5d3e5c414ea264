# %% What does the module hold as mean and count after two batches?
import torch
scaler = Scaler(1)
scaler(torch.tensor([[1.0], [3.0]]))
scaler(torch.tensor([[8.0]]))
[round(float(scaler.mean), 3), int(scaler.count)]

# %% What is the count in the end?
# with mode: True | False
import torch
scaler = Scaler(2)
scaler(torch.zeros(3, 2))
scaler.train(mode)
scaler(torch.ones(5, 2))
int(scaler.count)

# %% Which names does the saved state have?
sorted(Scaler(4).state_dict())

# %% How many parameters would an optimiser get?
len(list(Scaler(4).parameters()))
