"""aclose runs as a task, which task awaits; no guard."""

import asyncio


async def countdown(start, interval):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def close(generator):
    await generator.aclose()


async def task(start):
    numbers = countdown(start, 1)
    async for number in numbers:
        print(number)
        if number + 1 == start:
            break
    closing = asyncio.create_task(close(numbers))
    await closing
    print("task done")


async def main():
    print([number async for number in countdown(3, 1)])
    await task(5)


asyncio.run(main())
