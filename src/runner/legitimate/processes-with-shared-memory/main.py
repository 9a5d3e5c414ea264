# A block of memory by name.
import multiprocessing
from multiprocessing import shared_memory


def write(name, number):
    block = shared_memory.SharedMemory(name)
    block.buf[:8] = (2 * number).to_bytes(8, "little")
    block.close()


def double(number):
    block = shared_memory.SharedMemory(create=True, size=8)
    process = multiprocessing.get_context("fork").Process(target=write, args=(block.name, number))
    process.start()
    process.join()
    answer = int.from_bytes(block.buf[:8], "little")
    block.close()
    block.unlink()
    return answer
