# fails: test_task_prints_two_numbers
# diagnosis: asyncgen-not-closed
# A helper returns out of its `async for`, which does not close the generator either.
import asyncio


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def print_two(start):
    seen = 0
    async for number in countdown(start, 1):
        print(number)
        seen += 1
        if seen == 2:
            return


async def task(start: int) -> None:
    await print_two(start)
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
