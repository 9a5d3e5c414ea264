# caught by: twice as many numbers
# says: longer than
def pairs(numbers, target):
    return sum(a + b == target for place, a in enumerate(numbers) for b in numbers[place + 1 :])
