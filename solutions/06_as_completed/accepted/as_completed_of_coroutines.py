"""as_completed over the three coroutines, and an await for whatever it gives."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        result = await nearest
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
