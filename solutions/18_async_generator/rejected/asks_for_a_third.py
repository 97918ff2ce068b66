# fails: test_task_prints_two_numbers
# diagnosis: wrong-output
# task asks for a third number before it notices that two are enough, and leaves a second later.
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
    printed = 0
    async with aclosing(countdown(start, 1)) as numbers:
        async for number in numbers:
            if printed == 2:
                break
            print(number)
            printed += 1
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
