# fails: test_task_prints_two_numbers
# diagnosis: handled-late
# countdown collects all numbers and returns the list, so task gets its first one after five seconds.
import asyncio


async def countdown(start: int, interval: float):
    numbers = []
    for number in range(start, 0, -1):
        await asyncio.sleep(interval)
        numbers.append(number)
    print(f"countdown {start} closed")
    return numbers


async def task(start: int) -> None:
    for number in (await countdown(start, 1))[:2]:
        print(number)
    print("task done")


async def main() -> None:
    print(await countdown(3, 1))
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
