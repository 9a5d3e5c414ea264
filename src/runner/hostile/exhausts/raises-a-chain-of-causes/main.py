# Every exception has a cause, ten thousand deep, the last of which is the first.
def double(number):
    first = problem = ValueError("first")
    for place in range(10_000):
        problem = ValueError(place)
        problem.__context__ = first
        first.__cause__ = problem
        first = problem
    raise problem
