# Every call back costs the judge as much as the learner.
def visit(tell):
    while True:
        tell(1)
