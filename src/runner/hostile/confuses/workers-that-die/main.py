# Workers of a loader that are gone before they deliver.
import os

import torch


class Deadly(torch.utils.data.Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, place):
        os._exit(1)


def double(number):
    return list(torch.utils.data.DataLoader(Deadly(), num_workers=2))
