# Dates by the attosecond, and by seven years.
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
    send(["d", "value", ["l", ["a", "M8[as]", [1], 0], ["a", "<M8[7Y]", [1], 0], ["ts", 2**62, "ns", "Nowhere/City"]]], b"\xff" * 8)
