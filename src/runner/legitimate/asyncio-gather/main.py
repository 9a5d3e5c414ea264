# Tasks together, with a semaphore.
import asyncio


async def share(number, gate):
    async with gate:
        await asyncio.sleep(0.001)
        return number


async def both(number):
    gate = asyncio.Semaphore(1)
    return sum(await asyncio.gather(share(number, gate), share(number, gate)))


def double(number):
    return asyncio.run(both(number))
