# A view that its storage does not hold, made by hand.
import ctypes

import torch


def double(number):
    tensor = torch.zeros(16)
    return ctypes.string_at(tensor.data_ptr(), 2**24)[:8]
