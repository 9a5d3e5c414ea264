# caught by: many numbers
# says: times the CPU time of the reference
import random


def widest(numbers):
    for _ in range(20):
        random.shuffle(numbers)
        numbers.sort()
    return max(after - before for before, after in zip(numbers, numbers[1:]))
