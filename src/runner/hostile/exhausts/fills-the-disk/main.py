# A hundred files of ten megabytes.
def double(number):
    for place in range(100):
        with open(f"file-{place}", "wb") as file:
            file.write(bytes(10 * 2**20))
