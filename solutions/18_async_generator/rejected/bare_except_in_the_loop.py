# fails: test_closes_when_the_reader_leaves
# diagnosis: cancel-swallowed
# A bare except around yield catches the closing itself, and the generator goes on: RuntimeError.
import asyncio
from contextlib import aclosing


async def countdown(start: int, interval: float):
    for number in range(start, 0, -1):
        try:
            await asyncio.sleep(interval)
            yield number
        except:
            pass
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
