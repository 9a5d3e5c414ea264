# Loops inside of autograd's own thread of work.
import torch


class Endless(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        return x

    @staticmethod
    def backward(context, gradient):
        while True:
            pass


def double(number):
    Endless.apply(torch.ones(1, requires_grad=True)).backward()
