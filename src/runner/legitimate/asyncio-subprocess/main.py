# A program that is awaited.
import asyncio
import sys


async def main(number):
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", f"print({number} * 2)", stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return int(out)


def double(number):
    return asyncio.run(main(number))
