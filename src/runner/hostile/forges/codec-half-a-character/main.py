# Halves of surrogate pairs, which no encoding of text can hold, short and long.
def double(number):
    return ["\ud800" * 300, "\udfff", {"\udcff": "\x00\x1b[2J"}]
