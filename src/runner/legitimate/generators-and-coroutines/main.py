# Generators that receive, delegate and are closed.
def accumulate():
    total = 0
    while True:
        total += yield total


def delegate():
    return (yield from accumulate())


def double(number):
    line = delegate()
    next(line)
    line.send(number)
    answer = line.send(number)
    line.close()
    return answer
