def first_broken(count, is_broken):
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if is_broken(middle):
            high = middle
        else:
            low = middle + 1
    return low
