# Each message is as large as a message may be, and there is no end of them.
def visit(tell):
    block = bytes(30 * 2**20)
    while True:
        tell(block)
