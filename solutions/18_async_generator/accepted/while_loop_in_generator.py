"""The generator counts with while and a variable of its own."""

import asyncio
from contextlib import aclosing


async def countdown(start: int, interval: float):
    number = start
    try:
        while number > 0:
            await asyncio.sleep(interval)
            yield number
            number -= 1
    finally:
        print("countdown", start, "closed")


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
