# Looking for the function is already a mistake.
def __getattr__(name):
    raise SystemExit(name)
