# Brackets in brackets.
def double(number):
    return eval("(" * 100_000 + ")" * 100_000)
