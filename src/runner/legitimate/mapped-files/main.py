# A file as memory.
import mmap


def double(number):
    with open("mapped", "w+b") as file:
        file.write(number.to_bytes(8, "little") * 2)
        file.flush()
        with mmap.mmap(file.fileno(), 0) as memory:
            memory[8:] = memory[:8]
            return sum(int.from_bytes(memory[at : at + 8], "little") for at in (0, 8))
