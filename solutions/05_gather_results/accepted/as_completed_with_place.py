"""as_completed gives them as they end; each brings its place along and is sorted by it."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def placed(place: int, item: str, delay: float) -> tuple[int, str]:
    return place, await task(item, delay)


async def main() -> None:
    results = []
    for nearest in asyncio.as_completed([placed(0, "tea", 3), placed(1, "coffee", 1), placed(2, "water", 2)]):
        results.append(await nearest)
    for _, text in sorted(results):
        print(text)


if __name__ == "__main__":
    asyncio.run(main())
