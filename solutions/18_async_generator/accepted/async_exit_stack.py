"""An asynchronous exit stack closes the generator."""

import asyncio
from contextlib import AsyncExitStack


async def countdown(start: int, interval: float):
    try:
        for number in reversed(range(1, start + 1)):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    async with AsyncExitStack() as stack:
        numbers = countdown(start, 1)
        stack.push_async_callback(numbers.aclose)
        async for number in numbers:
            print(number)
            if number < start:
                break
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
