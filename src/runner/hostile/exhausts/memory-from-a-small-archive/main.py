# A few kilobytes that unpack to a gigabyte.
import zlib

packer = zlib.compressobj(9)
packed = b"".join(packer.compress(bytes(2**20)) for _ in range(200)) + packer.flush()


def double(number):
    return len(zlib.decompress(packed))
