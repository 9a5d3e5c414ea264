# A worker on a queue, a timeout that strikes, a task that is cancelled, a group of tasks.
import asyncio


async def work(line, done):
    while True:
        done.append(await line.get())
        line.task_done()


async def main(number):
    line, done = asyncio.Queue(), []
    worker = asyncio.create_task(work(line, done))
    for _ in range(2):
        line.put_nowait(number)
    await line.join()
    worker.cancel()
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.to_thread(done.append, 0))
        return sum(done)


def double(number):
    return asyncio.run(main(number))
