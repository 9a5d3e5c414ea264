# Unicode, regular expressions, encodings, the locale.
import locale
import re
import textwrap
import unicodedata


def double(number):
    assert unicodedata.normalize("NFD", "é") == "e\u0301" and "ß".casefold() == "ss" and "日本".encode("shift_jis").decode("shift_jis") == "日本"
    assert locale.setlocale(locale.LC_ALL, "") and locale.format_string("%d", 1) == "1"
    match = re.fullmatch(r"(?P<n>\d+)(?:\s*×\s*)(?P<m>\d+)", f"{number} × 2")
    return int(textwrap.dedent(match["n"])) * int(match["m"])
