# python
import concurrent.futures, ctypes, multiprocessing, os, resource, select, signal, sys, threading, time
from multiprocessing import shared_memory


def work(number):
    return number * number


def send(queue, pipe, array, lock, event):
    with lock:
        array[0] = 7
    queue.put(("from", os.getpid()))
    pipe.send(b"x" * 100_000)
    event.wait()


fork = multiprocessing.get_context("fork")
with fork.Pool(3) as pool:
    assert pool.map(work, range(100), chunksize=7)[9] == 81
    assert list(pool.imap_unordered(work, [2])) == [4] and pool.apply_async(work, (3,)).get() == 9
with concurrent.futures.ProcessPoolExecutor(2, mp_context=fork) as pool:
    assert list(pool.map(work, range(5)))[-1] == 16
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    assert sum(pool.map(work, range(50))) == 40425
queue, array, lock, event = fork.Queue(), fork.Array("i", 3), fork.Lock(), fork.Event()
ours, theirs = fork.Pipe()
process = fork.Process(target=send, args=(queue, theirs, array, lock, event))
process.start()
assert queue.get()[0] == "from" and len(ours.recv()) == 100_000 and array[0] == 7 and process.is_alive()
event.set()
process.join(5)
assert process.exitcode == 0 and ours.poll(0.01) is False
with fork.Manager() as manager:
    shared = manager.dict(a=1)
    shared["b"] = 2
    assert dict(shared) == {"a": 1, "b": 2}
block = shared_memory.SharedMemory(create=True, size=4096)
block.buf[0] = 1
block.close()
block.unlink()
semaphore, barrier, condition, value = fork.Semaphore(2), fork.Barrier(1), fork.Condition(), fork.Value(ctypes.c_double, 1.5)
semaphore.acquire(), barrier.wait(), condition.acquire(), condition.release()
sleeper = fork.Process(target=time.sleep, args=(60,))
sleeper.start()
sleeper.terminate()
sleeper.join()
sleeper = fork.Process(target=time.sleep, args=(60,))
sleeper.start()
sleeper.kill()
multiprocessing.connection.wait([sleeper.sentinel], 5)
sleeper.join()
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    os.setpgid(0, 0)
    os.setsid() if os.getpgrp() != os.getpid() else None
    os.dup2(writing, 1)
    os.write(1, b"child")
    os._exit(3)
assert os.read(reading, 5) == b"child" and os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
child = os.fork()
if child == 0:
    signal.pause()
os.kill(child, signal.SIGTERM)
assert os.waitid(os.P_PID, child, os.WEXITED).si_status == signal.SIGTERM
os.getppid(), os.getpgid(0), os.getsid(0), os.getuid(), os.geteuid(), os.getgid(), os.getegid(), os.getgroups(), os.getresuid(), os.getresgid()
os.sched_getaffinity(0), os.cpu_count(), os.getpriority(os.PRIO_PROCESS, 0), os.sched_getscheduler(0), os.sched_yield(), os.times(), os.uname()
resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrlimit(resource.RLIMIT_NOFILE), resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
try:
    os.getloadavg()
except OSError:
    pass
local = threading.local()
local.x = 1
timer = threading.Timer(0.01, print, ["timer"])
timer.start()
timer.join()
threading.stack_size(1 << 20)
daemon = threading.Thread(target=lambda: threading.get_native_id())
daemon.start()
daemon.join(1)
sys.setrecursionlimit(20_000)


def deep(number):
    return 0 if number == 0 else 1 + deep(number - 1)


assert deep(15_000) == 15_000
