# Passes arguments that the callback's author kept for itself.
def visit(tell):
    for _ in range(3):
        try:
            tell(1, seen=[])
        except TypeError:
            tell(1)
