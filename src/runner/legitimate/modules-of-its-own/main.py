# Writes a module and imports it.
import importlib
import pathlib
import sys

pathlib.Path("twice.py").write_text("def twice(number):\n    return 2 * number\n")
sys.path.insert(0, ".")
importlib.invalidate_caches()
import twice


def double(number):
    return importlib.reload(twice).twice(number)
