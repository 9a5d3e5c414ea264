# caught by: a million versions
# says: expected at most 1,000 calls
def first_broken(count, is_broken):
    return next(version for version in range(count) if is_broken(version))
