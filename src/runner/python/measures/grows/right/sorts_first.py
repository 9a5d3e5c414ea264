def pairs(numbers, target):
    numbers = sorted(numbers)
    found, low, high = 0, 0, len(numbers) - 1
    while low < high:
        total = numbers[low] + numbers[high]
        if total < target:
            low += 1
        elif total > target:
            high -= 1
        elif numbers[low] == numbers[high]:
            alike = high - low + 1
            return found + alike * (alike - 1) // 2
        else:
            left = right = 1
            while numbers[low + left] == numbers[low]:
                left += 1
            while numbers[high - right] == numbers[high]:
                right += 1
            found += left * right
            low += left
            high -= right
    return found
