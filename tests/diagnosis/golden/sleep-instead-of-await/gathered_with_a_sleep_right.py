"""The work alone is waited for."""

import asyncio


async def lookup(seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "found"


async def main() -> None:
    work = asyncio.create_task(lookup(2))
    print(await work)


asyncio.run(main())
