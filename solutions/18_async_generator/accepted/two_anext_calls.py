"""No loop at all in task: anext is called twice, then the generator is closed."""

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
    print(await anext(numbers))
    print(await anext(numbers))
    await numbers.aclose()
    print("task done")


async def main() -> None:
    collected = []
    async for number in countdown(3, 1):
        collected.append(number)
    print(collected)
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
