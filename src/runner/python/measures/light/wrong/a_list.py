# caught by: a million
# says: times the memory of the reference
def squares(count):
    return sum([number * number for number in range(count)])
