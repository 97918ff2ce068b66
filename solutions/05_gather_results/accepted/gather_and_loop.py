"""One gather, and a loop over the list that it gives."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for line in results:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
