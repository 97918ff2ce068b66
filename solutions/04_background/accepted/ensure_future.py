"""ensure_future, the older name for starting a coroutine."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    future = asyncio.ensure_future(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    result = await future
    print(result)


if __name__ == "__main__":
    asyncio.run(main())
