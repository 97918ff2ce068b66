# fails: test_results_in_the_order_asked
# diagnosis: hard-coded-output
# The tasks are awaited, but the lines are constants.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    print("tea after 3 s")
    print("coffee after 1 s")
    print("water after 2 s")


if __name__ == "__main__":
    asyncio.run(main())
