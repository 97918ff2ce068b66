# line: 14
"""A sleep before the await, longer than the work."""

import asyncio


async def lookup(seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "found"


async def main() -> None:
    work = asyncio.create_task(lookup(2))
    await asyncio.sleep(5)
    print(await work)


asyncio.run(main())
