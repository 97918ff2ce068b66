"""A second generator lets two numbers through and closes the first one at once."""

import asyncio


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def take(count, source):
    try:
        for _ in range(count):
            yield await anext(source)
    finally:
        await source.aclose()


async def task(start: int) -> None:
    async for number in take(2, countdown(start, 1)):
        print(number)
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
