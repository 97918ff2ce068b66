# line: 15
"""Each call has an `as_completed` of its own."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    for river, seconds in (("Ems", 4), ("Oder", 2)):
        for depth in asyncio.as_completed([measure(river, seconds)]):
            print(await depth)


asyncio.run(main())
