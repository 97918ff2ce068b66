# fails: test_main_collects_then_runs_task
# diagnosis: wrong-output
# task runs beside the collecting, where it was to begin after the list had been printed.
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
            if number == start - 1:
                break
    print("task done")


async def main() -> None:
    other = asyncio.create_task(task(5))
    print([number async for number in countdown(3, 1)])
    await other


if __name__ == "__main__":
    asyncio.run(main())
