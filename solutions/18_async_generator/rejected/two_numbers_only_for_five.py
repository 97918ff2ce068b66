# fails: test_task_prints_two_numbers
# diagnosis: wrong-output
# task leaves at the number 4, which is the second one only if it starts with 5.
import asyncio
from contextlib import aclosing


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    async with aclosing(countdown(start, 1)) as numbers:
        async for number in numbers:
            print(number)
            if number == 4:
                break
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
