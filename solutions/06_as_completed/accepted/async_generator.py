"""An async generator yields the results as they come; main prints them in an async for."""

import asyncio
from collections.abc import AsyncIterator


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def served(*orders: tuple[str, float]) -> AsyncIterator[str]:
    for nearest in asyncio.as_completed([task(*order) for order in orders]):
        yield await nearest


async def main() -> None:
    async for line in served(("tea", 3), ("coffee", 1), ("water", 2)):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
