# A column of one, a column of two, and labels for five.
import json
import os
import stat
import struct


def send(tree, *buffers):
    head = json.dumps([tree, [len(each) for each in buffers]]).encode()
    body = struct.pack("<I", len(head)) + head + b"".join(buffers)
    for descriptor in range(3, 1024):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.write(descriptor, struct.pack("<I", len(body)) + body)
        except OSError:
            pass

def double(number):
    send(["d", "value", ["df", ["range", None, 0, 5, 1], ["flat", None, ["np", ["ao", [2], "a", "b"]]], ["np", ["a", "int64", [1], 0]], ["np", ["a", "int64", [2], 1]]]], bytes(8), bytes(16))
