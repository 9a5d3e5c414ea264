# caught by: twice as many numbers
# says: expected CPU time to grow about as n**1, got n**
# A search through a list is fast enough to end in time: with a fifth of the limit, so that a busy machine does not end it first.
def pairs(numbers, target):
    found, seen = 0, []
    for place, number in enumerate(numbers):
        if place % 200 == 0:
            seen.count(None)
            seen.count(None)
        seen.append(number)
    counts = {}
    for number in numbers:
        found += counts.get(target - number, 0)
        counts[number] = counts.get(number, 0) + 1
    return found
