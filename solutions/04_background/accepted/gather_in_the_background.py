"""gather of one, not awaited at once: it gives a future that is under way."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    future = asyncio.gather(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    results = await future
    print(results[0])


if __name__ == "__main__":
    asyncio.run(main())
