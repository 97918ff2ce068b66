"""A context manager of its own in place of aclosing."""

import asyncio


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


class Closing:
    def __init__(self, generator):
        self.generator = generator

    async def __aenter__(self):
        return self.generator

    async def __aexit__(self, *error):
        await self.generator.aclose()


async def task(start: int) -> None:
    async with Closing(countdown(start, 1)) as numbers:
        first = await numbers.__anext__()
        print(first)
        second = await numbers.__anext__()
        print(second)
    print("task done")


async def main() -> None:
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
