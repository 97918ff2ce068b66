"""Waits with asyncio.timeout around a future that nobody ever sets."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    try:
        async with asyncio.timeout(delay):
            await asyncio.get_running_loop().create_future()
    except TimeoutError:
        pass
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
