# A device that never runs dry.
def double(number):
    with open("/dev/urandom", "rb") as source:
        while True:
            source.read(2**20)
