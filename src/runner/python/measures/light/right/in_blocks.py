def squares(count):
    return sum(sum([number * number for number in range(start, min(start + 1000, count))]) for start in range(0, count, 1000))
