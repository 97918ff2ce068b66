"""The wait is cut into ten parts, each of them awaited."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    for _ in range(10):
        await asyncio.sleep(delay / 10)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
