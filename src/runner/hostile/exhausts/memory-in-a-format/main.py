# Few characters of source, many of text.
def double(number):
    return f"{number:>99999999999}"
