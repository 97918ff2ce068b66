# fails: test_task_waits_and_returns
# diagnosis: result-not-returned
# task prints its text and returns nothing; main only waits for the ends.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    print(f"{item} after {delay} s")


async def main() -> None:
    await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))


if __name__ == "__main__":
    asyncio.run(main())
