# fails: test_task_prints_two_numbers
# diagnosis: async-iteration-misuse
# closing in place of aclosing: it calls close, which an asynchronous generator does not have.
import asyncio
from contextlib import closing


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    with closing(countdown(start, 1)) as numbers:
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
