# fails: test_task_prints_two_numbers
# diagnosis: async-iteration-misuse
# next does not work with an asynchronous generator.
import asyncio


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    numbers = countdown(start, 1)
    print(next(numbers))
    print(next(numbers))
    await numbers.aclose()
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
