def squares(count):
    return sum(number * number for number in range(count))
