# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# gather waits for all three; coffee, which was ready at 1 s, is printed at 3 s.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
