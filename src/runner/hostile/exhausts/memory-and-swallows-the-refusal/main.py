# Takes every MemoryError as an invitation to try again.
def double(number):
    hoard = []
    size = 2**24
    while True:
        try:
            hoard.append(bytearray(size))
        except MemoryError:
            size = max(1, size // 2)
