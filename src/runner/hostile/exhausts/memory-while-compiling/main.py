# Source that is larger than what holds it, made by the program itself.
def double(number):
    return eval("[" + "(1,)," * 10_000_000 + "]")
