# caught by: three at a time, the quickest first
# says: expected 3 requests at once, got 1
async def ask_all(ask, numbers):
    return [await ask(number) for number in numbers]


async def fastest(ask, names):
    return [await ask(name) for name in names][0]
