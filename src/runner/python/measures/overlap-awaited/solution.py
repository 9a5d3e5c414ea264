import asyncio


async def ask_all(ask, numbers):
    free = asyncio.Semaphore(3)

    async def one(number):
        async with free:
            return await ask(number)

    return await asyncio.gather(*map(one, numbers))


async def fastest(ask, names):
    done, waiting = await asyncio.wait([asyncio.ensure_future(ask(name)) for name in names], return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
    return done.pop().result()
