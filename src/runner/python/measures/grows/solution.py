def pairs(numbers, target):
    seen, found = {}, 0
    for number in numbers:
        found += seen.get(target - number, 0)
        seen[number] = seen.get(number, 0) + 1
    return found
