# Empties the builtins and the modules.
import builtins
import sys

sys.modules.clear()
for name in list(vars(builtins)):
    if not name.startswith("__"):
        delattr(builtins, name)


def double(number):
    return number
