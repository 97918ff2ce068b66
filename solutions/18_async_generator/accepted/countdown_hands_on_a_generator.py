"""countdown is a def that hands on the generator of another function."""

import asyncio
from contextlib import aclosing


def countdown(start: int, interval: float):
    return _count(start, start, interval)


async def _count(start, number, interval):
    try:
        while number:
            await asyncio.sleep(interval)
            yield number
            number -= 1
    finally:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    async with aclosing(countdown(start, 1)) as numbers:
        async for number in numbers:
            print(number)
            if number == start - 1:
                break
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
