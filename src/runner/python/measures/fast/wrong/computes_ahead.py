# caught by: many numbers
# says: times the CPU time of the reference
# The work is done while the module loads, when it thinks that nobody looks.
TABLE = [sum(range(100)) for _ in range(700_000)]


def widest(numbers):
    numbers = sorted(numbers)
    return max(after - before for before, after in zip(numbers, numbers[1:]))
