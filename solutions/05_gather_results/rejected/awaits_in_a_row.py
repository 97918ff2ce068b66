# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Three awaits in a row: the right lines, but after six seconds.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    tea = await task("tea", 3)
    coffee = await task("coffee", 1)
    water = await task("water", 2)
    print(tea)
    print(coffee)
    print(water)


if __name__ == "__main__":
    asyncio.run(main())
