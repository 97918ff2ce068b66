# fails: test_main_runs_task
# diagnosis: not-a-coroutine
# task is a plain def with time.sleep; it runs at its call and gives None, which main does not await.

import asyncio
import time


def task(name: str, delay: float) -> None:
    print(f"{name} started")
    time.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
