"""All of them have one together."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    for depth in asyncio.as_completed([measure("Ems", 4), measure("Oder", 2)]):
        print(await depth)


asyncio.run(main())
