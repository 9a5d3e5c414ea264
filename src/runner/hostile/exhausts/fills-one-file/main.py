# One file, as large as it will get.
def double(number):
    with open("file", "wb", buffering=0) as file:
        while True:
            file.write(bytes(2**20))
