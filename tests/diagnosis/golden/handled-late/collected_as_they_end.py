# line: 14
"""What `as_completed` gives is collected before the first line is printed."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    depths = []
    for depth in asyncio.as_completed([measure("Ems", 4), measure("Oder", 2)]):
        depths.append(await depth)
    print("\n".join(depths))


asyncio.run(main())
