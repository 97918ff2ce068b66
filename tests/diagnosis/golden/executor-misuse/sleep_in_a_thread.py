# line: 8
"""A thread is given `asyncio.sleep`: it makes a coroutine there, and nobody waits."""

import asyncio


async def nap(seconds: float) -> None:
    await asyncio.to_thread(asyncio.sleep, seconds)
    print(f"slept {seconds} s")


async def main() -> None:
    await asyncio.gather(nap(2), nap(1))


asyncio.run(main())
