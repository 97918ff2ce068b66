# line: 13
"""A `for` loop goes through what `gather` gives, which nobody awaited."""

import asyncio


async def weigh(fruit: str, grams: float) -> str:
    await asyncio.sleep(grams)
    return f"{fruit}: {grams} g"


async def main() -> None:
    weights = asyncio.gather(weigh("plum", 3), weigh("pear", 5))
    for weight in weights:
        print(weight)


asyncio.run(main())
