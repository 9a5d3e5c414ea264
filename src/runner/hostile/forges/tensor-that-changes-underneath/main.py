# A thread writes into the tensor while it is being sent.
import threading

import torch

answer = torch.zeros(1000)


def flicker():
    while True:
        answer.fill_(42)
        answer.zero_()


threading.Thread(target=flicker, daemon=True).start()


def double(number):
    return answer
