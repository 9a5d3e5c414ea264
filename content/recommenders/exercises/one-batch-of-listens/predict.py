# %% Which loss comes back, rounded to three decimals?
# with share: [0.5, 0.5] | [0.9, 0.1]
import torch
users, episodes = torch.ones(2, 1), torch.ones(2, 1)
round(learn(users, episodes, torch.tensor([[0, 0], [1, 1]]), torch.tensor(share), 1.0, 0.0), 3)

# %% Which rows of `episodes` have changed?
import torch
torch.manual_seed(1)
users, episodes = torch.randn(4, 3), torch.randn(5, 3)
before = episodes.clone()
learn(users, episodes, torch.tensor([[0, 4], [3, 1], [0, 4]]), torch.full((5,), 0.2), 1.0, 0.5)
(episodes != before).any(dim=1).tolist()

# %% Which loss comes back for a batch with the same episode twice?
import torch
users, episodes = torch.zeros(2, 1), torch.zeros(3, 1)
learn(users, episodes, torch.tensor([[0, 2], [1, 2]]), torch.full((3,), 0.3), 1.0, 0.0)
