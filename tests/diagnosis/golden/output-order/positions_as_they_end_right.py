"""`gather` gives results in the order in which they were asked for."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    rivers = ["Ems", "Oder"]
    depths = await asyncio.gather(measure("Ems", 4), measure("Oder", 2))
    for river, depth in zip(rivers, depths):
        print(river, "-", depth)


asyncio.run(main())
