"""Each result is handled as soon as it is ready."""

import asyncio


async def task(item: str, delay: float) -> str:
    """Wait `delay` seconds and return "ITEM after DELAY s"."""
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    """Run tea (3 seconds), coffee (1 second) and water (2 seconds) at once; print each result when it is ready."""
    # What the loop gives is not one of the three, but "the next one to be ready", whichever that will be: the await
    # takes until then, and only what it returns tells which it was.
    for earliest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        print(await earliest)


if __name__ == "__main__":
    asyncio.run(main())
