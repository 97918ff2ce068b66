# fails: test_task_prints_and_waits
# diagnosis: not-a-coroutine
# task is an ordinary function, so it runs to its end when called and there is nothing that could be awaited.

import asyncio
import time


def task(name, delay):
    print(f"{name} started")
    time.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
