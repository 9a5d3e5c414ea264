# An event loop with nothing left to happen.
import asyncio


async def forever():
    await asyncio.Event().wait()


def double(number):
    asyncio.run(forever())
