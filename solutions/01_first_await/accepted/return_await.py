"""Both coroutines return what they await, though it is None."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    nothing = await asyncio.sleep(delay)
    print(f"{name} finished")
    return nothing


async def main():
    return await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
