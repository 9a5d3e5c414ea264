# Opens and never closes.
def double(number):
    kept = []
    while True:
        kept.append(open("/dev/null"))
