"""Workers put pairs of place and text into a queue; main takes three and sorts them."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def worker(place: int, item: str, delay: float, queue: asyncio.Queue[tuple[int, str]]) -> None:
    queue.put_nowait((place, await task(item, delay)))


async def main() -> None:
    queue: asyncio.Queue[tuple[int, str]] = asyncio.Queue()
    workers = [
        asyncio.create_task(worker(place, item, delay, queue))
        for place, (item, delay) in enumerate([("tea", 3), ("coffee", 1), ("water", 2)])
    ]
    pairs = [await queue.get() for _ in workers]
    await asyncio.gather(*workers)
    print("\n".join(text for _, text in sorted(pairs)))


if __name__ == "__main__":
    asyncio.run(main())
