# fails: test_task_prints_two_numbers
# diagnosis: wrong-output
# main and task read from one generator of the module; when it is used up, task gets nothing.
import asyncio
from contextlib import aclosing


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


numbers = countdown(3, 1)


async def task(start: int) -> None:
    async with aclosing(numbers):
        async for number in numbers:
            print(number)
            if number == start - 1:
                break
    print("task done")


async def main() -> None:
    print([number async for number in numbers])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
