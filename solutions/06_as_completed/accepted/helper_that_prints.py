"""A helper awaits one task and prints its result; gather runs three helpers."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def show(item: str, delay: float) -> None:
    print(await task(item, delay))


async def main() -> None:
    await asyncio.gather(show("tea", 3), show("coffee", 1), show("water", 2))


if __name__ == "__main__":
    asyncio.run(main())
