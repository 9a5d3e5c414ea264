# caught by: a million
# says: times the memory of the reference
# What is taken before the call is not seen in the call.
import array

ROOM = array.array("q", bytes(64 * 2**20))


def squares(count):
    for number in range(count):
        ROOM[number] = number * number
    return sum(ROOM[number] for number in range(count))
