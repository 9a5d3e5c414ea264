# %% Which steps are reported?
import torch
torch.manual_seed(0)
weights = Net().state_dict()
labelled = (torch.ones(2, 6), torch.tensor([0, 2]))
unlabelled = (torch.ones(2, 6), torch.tensor([-100, -100]))
reported = []
train(weights, [[labelled], [unlabelled], [], [unlabelled, labelled]], 0.1, 1.0, lambda number, loss: reported.append(number))
reported

# %% Which loss is reported, rounded to two decimals?
# with sizes: [4] | [1, 3]
import torch
weights = {name: torch.zeros_like(value) for name, value in Net().state_dict().items()}
parts = [(torch.ones(size, 6), torch.zeros(size, dtype=torch.long)) for size in sizes]
reported = []
train(weights, [parts], 0.1, 1.0, lambda number, loss: reported.append(round(loss, 2)))
reported

# %% How often is a step asked for before the first report?
import torch
weights = Net().state_dict()
asked = []

def steps():
    for number in range(3):
        asked.append(number)
        yield [(torch.ones(1, 6), torch.tensor([0]))]

first = []
train(weights, steps(), 0.1, 1.0, lambda number, loss: first.append(len(asked)))
first[0]
