import asyncio
from concurrent.futures import ThreadPoolExecutor


def label_all(ask, photos, at_once):
    if at_once < 1:
        raise ValueError("at_once")
    return asyncio.run(gathered(ask, photos, at_once))


async def gathered(ask, photos, at_once):
    loop = asyncio.get_running_loop()
    names = list(dict.fromkeys(photos))
    # The loop's own pool has as many threads as the machine has cores and four: ours has as many as we may.
    with ThreadPoolExecutor(at_once) as workers:
        answers = await asyncio.gather(*(loop.run_in_executor(workers, ask, name) for name in names), return_exceptions=True)
    labels = {name: None if isinstance(answer, Exception) else answer for name, answer in zip(names, answers)}
    return [labels[photo] for photo in photos]
