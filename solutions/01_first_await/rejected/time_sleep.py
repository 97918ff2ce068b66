# fails: test_never_blocks
# diagnosis: blocking-call
# time.sleep in an async def blocks the event loop: alone it looks right, but two tasks run one after the other.

import asyncio
import time


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    time.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
