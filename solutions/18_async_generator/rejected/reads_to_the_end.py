# fails: test_task_prints_two_numbers
# diagnosis: wrong-output
# task prints two numbers and goes on reading without printing, up to the end.
import asyncio


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    async for number in countdown(start, 1):
        if number >= start - 1:
            print(number)
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
