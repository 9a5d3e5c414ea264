from collections import Counter


def pairs(numbers, target):
    numbers = sorted(numbers)
    counts = Counter(numbers)
    twice = 0
    for number in numbers:
        twice += counts[target - number] - (number == target - number)
    return twice // 2
