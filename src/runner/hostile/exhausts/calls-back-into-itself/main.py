# Each call back calls the learner again, before the first has been answered.
def visit(tell):
    return tell(lambda: visit(tell))
