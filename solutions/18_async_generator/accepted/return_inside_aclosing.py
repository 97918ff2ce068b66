"""An inner function reads two numbers and returns out of the loop; aclosing closes all the same."""

import asyncio
import sys
from contextlib import aclosing


async def countdown(start, interval):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        sys.stdout.write(f"countdown {start} closed\n")


async def first_two(generator):
    async with aclosing(generator) as numbers:
        left = 2
        async for number in numbers:
            sys.stdout.write(f"{number}\n")
            left -= 1
            if not left:
                return


async def task(start):
    await first_two(countdown(start, 1))
    sys.stdout.write("task done\n")


async def main():
    numbers = [number async for number in countdown(3, 1)]
    sys.stdout.write(f"{numbers}\n")
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
