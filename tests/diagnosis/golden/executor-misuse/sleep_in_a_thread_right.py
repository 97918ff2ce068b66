"""`asyncio.sleep` waits by itself; `map` makes plain calls of it here, and their coroutines are awaited."""

import asyncio


async def nap(seconds: float) -> None:
    await asyncio.gather(*map(asyncio.sleep, [seconds]))
    print(f"slept {seconds} s")


async def main() -> None:
    await asyncio.gather(nap(2), nap(1))


asyncio.run(main())
