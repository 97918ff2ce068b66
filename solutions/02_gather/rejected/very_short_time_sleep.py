# fails: test_never_blocks
# diagnosis: blocking-call
# Everything is right but for a blocking time.sleep of one millisecond before the wait; a blocking wait stays one, however short.

import asyncio
import time


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    time.sleep(0.001)  # let the terminal catch up
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
