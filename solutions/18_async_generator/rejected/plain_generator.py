# fails: test_counts_down
# diagnosis: async-iteration-misuse
# async is missing before def countdown, and time.sleep waits: a plain generator in an `async for`.
import asyncio
import time
from contextlib import aclosing


def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            time.sleep(interval)
            yield number
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
