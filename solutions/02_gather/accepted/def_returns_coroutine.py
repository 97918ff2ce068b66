"""task is a plain def that returns the coroutine of another function."""

import asyncio


async def _announce_and_wait(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


def task(name, delay):
    return _announce_and_wait(name, delay)


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
