# %% Which labels come back?
# with at_once: 1 | 5
def ask(photo):
    if photo == "b":
        raise OSError(photo)
    return photo.upper()

label_all(ask, ["a", "b", "a", "c", "b"], at_once)

# %% How often is the service asked, when it never answers?
asked = []

def ask(photo):
    asked.append(photo)
    raise TimeoutError(photo)

label_all(ask, ["a", "b", "a", "c", "b"], 2)
len(asked)

# %% How does it end?
label_all(str.upper, ["a"], 0)
