# fails: test_closes_when_the_reader_leaves
# diagnosis: cleanup-missing
# The closing line stands after the loop, where a generator that is closed early never comes.
import asyncio
from contextlib import aclosing


async def countdown(start: int, interval: float):
    for number in range(start, 0, -1):
        await asyncio.sleep(interval)
        yield number
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
