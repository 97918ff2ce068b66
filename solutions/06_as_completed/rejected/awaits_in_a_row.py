# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task is awaited before the next is called; the results come at 1, 3 and 6 s.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    print(await task("coffee", 1))
    print(await task("water", 2))
    print(await task("tea", 3))


if __name__ == "__main__":
    asyncio.run(main())
