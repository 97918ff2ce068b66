# line: 15
"""Names are paired with results that come in the order in which they end."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    rivers = ["Ems", "Oder"]
    depths = asyncio.as_completed([measure("Ems", 4), measure("Oder", 2)])
    for river, depth in zip(rivers, depths):
        print(river, "-", await depth)


asyncio.run(main())
