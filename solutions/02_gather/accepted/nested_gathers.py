"""A gather of gathers: each child awaits its own little group."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def group(*jobs):
    await asyncio.gather(*jobs)


async def main():
    combined = asyncio.gather(group(task("Task A", 2)), group(task("Task B", 1)))
    await combined


if __name__ == "__main__":
    asyncio.run(main())
