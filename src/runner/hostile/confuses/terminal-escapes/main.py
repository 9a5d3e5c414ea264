# Output that would clear a terminal, set its title, and is no text.
import os


def double(number):
    os.write(1, b"\x1b]0;owned\x07\x1b[2J\x1b[H\x00\xff\xfe\x9b31m")
    print("\u202e\u0007\x00")
    return "\x1b[2J\x00"
