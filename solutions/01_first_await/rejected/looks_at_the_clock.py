# fails: test_never_blocks
# diagnosis: blocking-call
# A loop looks at the clock until the time has come, and nothing else can run meanwhile.

import asyncio
import time


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    end = time.time() + delay
    while time.time() < end:
        pass
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
