"""task is a plain def that starts the work at once and returns a Task object."""

import asyncio


async def _work(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


def task(name, delay):
    return asyncio.ensure_future(_work(name, delay))


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
