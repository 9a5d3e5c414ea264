# A regular expression that tries every split of the text.
import re


def double(number):
    return re.match(r"(a+)+$", "a" * 60 + "b")
