# Code made at run time that no parser takes.
def double(number):
    return eval("4\x002")
