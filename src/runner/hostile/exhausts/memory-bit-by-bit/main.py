# A list that grows until there is no more.
def double(number):
    hoard = []
    while True:
        hoard.append(bytearray(2**20))
