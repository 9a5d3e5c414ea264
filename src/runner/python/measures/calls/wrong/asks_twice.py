# caught by: a million versions
# says: expected at most 21 calls, got
def first_broken(count, is_broken):
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if is_broken(middle) and is_broken(middle):
            high = middle
        elif not is_broken(middle):
            low = middle + 1
    return low
