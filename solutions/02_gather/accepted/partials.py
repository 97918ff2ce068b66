"""functools.partial prepares the calls; gather runs what they give."""

import asyncio
from functools import partial


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    calls = [partial(task, "Task A", 2), partial(task, "Task B", 1)]
    await asyncio.gather(*[call() for call in calls])


if __name__ == "__main__":
    asyncio.run(main())
