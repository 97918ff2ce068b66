# line: 14
"""A sleep is gathered beside the work, and outlasts it."""

import asyncio


async def lookup(seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "found"


async def main() -> None:
    work = asyncio.create_task(lookup(2))
    found, _ = await asyncio.gather(work, asyncio.sleep(5))
    print(found)


asyncio.run(main())
