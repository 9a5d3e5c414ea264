# Two worker processes that feed a loop.
import torch
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split


class Numbers(Dataset):
    def __init__(self, number):
        self.number = number

    def __len__(self):
        return 8

    def __getitem__(self, place):
        return torch.tensor(self.number)


def double(number):
    one, other = random_split(TensorDataset(torch.arange(10)), [8, 2], generator=torch.Generator().manual_seed(0))
    assert len(one) == 8 and len(list(DataLoader(other, batch_size=2, shuffle=True))) == 1
    loader = DataLoader(Numbers(number), batch_size=2, num_workers=2, persistent_workers=False)
    return int(sum(batch.sum() for batch in loader)) // 4
