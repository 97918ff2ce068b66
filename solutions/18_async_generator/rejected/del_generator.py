# fails: test_task_prints_two_numbers
# diagnosis: asyncgen-not-closed
# del does not wait: the generator's cleanup runs only at the next await, after "task done".
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
    async for number in numbers:
        print(number)
        if number == start - 1:
            break
    del numbers
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
