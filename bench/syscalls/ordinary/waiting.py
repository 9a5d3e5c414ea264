# python
import asyncio, contextlib, datetime, faulthandler, os, queue, random, secrets, select, selectors, signal, socket, sys, tempfile, threading, time, uuid
import multiprocessing.connection

heard = []
signal.signal(signal.SIGALRM, lambda number, frame: heard.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.02)
signal.getitimer(signal.ITIMER_REAL)
time.sleep(0.05)
signal.alarm(1)
signal.alarm(0)
signal.raise_signal(signal.SIGALRM)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
assert signal.SIGUSR1 in signal.sigpending() and signal.sigwait([signal.SIGUSR1]) == signal.SIGUSR1
signal.sigtimedwait([signal.SIGUSR1], 0.01)
signal.pthread_kill(threading.get_ident(), signal.SIGALRM)
signal.siginterrupt(signal.SIGALRM, False)
faulthandler.enable()
faulthandler.dump_traceback_later(100)
faulthandler.cancel_dump_traceback_later()
assert heard
ours, theirs = socket.socketpair()
ours.settimeout(1)
theirs.send(b"1")
select.select([ours], [], [], 0.01)
poll = select.poll()
poll.register(ours)
poll.poll(10)
epoll = select.epoll()
epoll.register(ours)
epoll.poll(0.01)
with selectors.DefaultSelector() as selector:
    selector.register(ours, selectors.EVENT_READ)
    selector.select(0.01)
assert ours.recv(1) == b"1"
number = os.eventfd(3)
os.eventfd_read(number)
ours.sendmsg([b"a", b"b"])
theirs.recvmsg(2)
socket.send_fds(ours, [b"f"], [0])
socket.recv_fds(theirs, 1, 1)
theirs.setblocking(False)
with contextlib.suppress(BlockingIOError):
    theirs.recv(1)
ours.shutdown(socket.SHUT_RDWR)
path = os.path.join(tempfile.mkdtemp(), "socket")
server = socket.socket(socket.AF_UNIX)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(path)
server.listen()
client = socket.socket(socket.AF_UNIX)
client.connect(path)
accepted, _ = server.accept()
client.getpeername(), client.getsockname(), accepted.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE)
with client.makefile("w") as file:
    file.write("line\n")
assert accepted.recv(5) == b"line\n"
with multiprocessing.connection.Listener(family="AF_UNIX") as listener:
    calling = threading.Thread(target=lambda: multiprocessing.connection.Client(listener.address).send([1]))
    calling.start()
    assert listener.accept().recv() == [1]
    calling.join()


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR2, lambda: None)
    os.kill(os.getpid(), signal.SIGUSR2)
    await asyncio.gather(*(asyncio.sleep(0.001) for _ in range(20)))
    assert await asyncio.to_thread(lambda: 3) == 3 and await loop.run_in_executor(None, time.sleep, 0.001) is None
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(1), 0.01)

    async def answer(reader, writer):
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()

    where = os.path.join(tempfile.mkdtemp(), "socket")
    async with await asyncio.start_unix_server(answer, where):
        reader, writer = await asyncio.open_unix_connection(where)
        writer.write(b"hello\n")
        assert await reader.readline() == b"hello\n"
        writer.close()
    numbers = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(numbers.put(1))
        group.create_task(numbers.get())
    reading, writing = os.pipe()
    transport, _ = await loop.connect_read_pipe(asyncio.Protocol, os.fdopen(reading))
    os.close(writing)
    transport.close()


asyncio.run(main())
with contextlib.suppress(queue.Empty):
    queue.Queue().get(timeout=0.01)
threading.Event().wait(0.01)
threading.Condition().acquire()
random.SystemRandom().random(), secrets.token_hex(), os.urandom(8), uuid.uuid4(), uuid.uuid1(), random.random()
time.perf_counter(), time.process_time(), time.thread_time(), time.monotonic(), time.clock_getres(time.CLOCK_MONOTONIC), time.time(), time.localtime()
datetime.datetime.now(datetime.timezone.utc), time.tzname, time.get_clock_info("time")
os.get_terminal_size if sys.stdout.isatty() else None
print(os.isatty(1), socket.gethostname())
try:
    print(input())
except EOFError:
    pass
