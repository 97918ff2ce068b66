# fails: test_counts_down
# diagnosis: cleanup-missing
# task prints the closing line itself, and the generator has none; it is wrong when an error or a cancellation ends it.
import asyncio


async def countdown(start: int, interval: float):
    for number in range(start, 0, -1):
        await asyncio.sleep(interval)
        yield number


async def task(start: int) -> None:
    async for number in countdown(start, 1):
        print(number)
        if number == start - 1:
            break
    print(f"countdown {start} closed")
    print("task done")


async def main() -> None:
    numbers = [number async for number in countdown(3, 1)]
    print("countdown 3 closed")
    print(numbers)
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
