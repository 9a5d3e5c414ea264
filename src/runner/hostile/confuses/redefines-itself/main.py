# A module whose attributes are made up when they are asked for.
import sys
import types


class Shifting(types.ModuleType):
    calls = 0

    def __getattribute__(self, name):
        if name == "double":
            Shifting.calls += 1
            return lambda number: 42
        return types.ModuleType.__getattribute__(self, name)


sys.modules["main"].__class__ = Shifting
