# line: 16
"""Two tasks end at the same moment, and one of them is looked at."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    pending = {asyncio.create_task(measure("Ems", 3)), asyncio.create_task(measure("Oder", 3))}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print(done.pop().result())


asyncio.run(main())
