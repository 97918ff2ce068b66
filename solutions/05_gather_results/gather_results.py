"""Results come back in the order asked, whichever is ready first."""

import asyncio


async def task(item: str, delay: float) -> str:
    """Wait `delay` seconds and return "ITEM after DELAY s"."""
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    """Run tea (3 seconds), coffee (1 second) and water (2 seconds) at the same time, then print the results."""
    # Coffee ends first, but a result belongs to the place of its coroutine among the arguments, not to the time when it
    # came: the list reads as the call does.
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
