# caught by: no further than needed
# A dictionary gives the right answer in two lines, after everything has been read into memory.
def read_merged(*segments):
    state = {}
    for segment in reversed(segments):
        state.update(segment)
    for key in sorted(state):
        if state[key] is not None:
            yield key, state[key]
