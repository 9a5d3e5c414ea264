# Objects that stay here, each of which the judge has to hold by number.
class Thing:
    pass


def double(number):
    return [Thing() for _ in range(390_000)]
