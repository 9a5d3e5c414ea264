# python judge
# What checks may use beyond what those of the exercises do: threads and loops that drive the learner's code, clocks, temporary files.
import asyncio
import concurrent.futures
import queue
import random
import select
import signal
import socket
import tempfile
import threading
import time

from onsite import check, equal


@check("everything", visible=True)
def everything(learner, rng):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert list(pool.map(abs, [-1, 2])) == [1, 2]
    threading.Timer(0.01, print).start()
    lock, box = threading.Condition(), queue.Queue()
    with lock:
        lock.wait(0.01)
    box.put(1)
    box.get(timeout=1)
    time.sleep(0.01)
    time.perf_counter(), time.process_time(), time.thread_time(), time.time(), random.SystemRandom().random()

    async def main():
        await asyncio.gather(asyncio.sleep(0.01), asyncio.to_thread(time.sleep, 0.01))

    asyncio.run(main())
    with tempfile.TemporaryDirectory() as folder, open(f"{folder}/a", "w+") as file:
        file.write("text")
        file.flush()
        file.seek(0)
        assert file.read() == "text"
    one, two = socket.socketpair()
    one.send(b"1")
    waiting = select.poll()
    waiting.register(two, select.POLLIN)
    waiting.poll(1000)
    two.recv(1)
    signal.getsignal(signal.SIGTERM)
    equal(learner.double(21), 42)
