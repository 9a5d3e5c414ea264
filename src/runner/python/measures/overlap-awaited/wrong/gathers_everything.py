# caught by: three at a time
# says: expected 3 requests at once, got 9
import asyncio


async def ask_all(ask, numbers):
    return await asyncio.gather(*map(ask, numbers))


async def fastest(ask, names):
    for first in asyncio.as_completed([ask(name) for name in names]):
        return await first
