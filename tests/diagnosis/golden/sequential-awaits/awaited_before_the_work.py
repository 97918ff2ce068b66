# line: 13
"""A report is awaited before work that needs nothing of it."""

import asyncio


async def report(days: float) -> str:
    await asyncio.sleep(days)
    return "report"


async def main() -> None:
    text = await report(4)
    print("desk cleared")
    await asyncio.sleep(1)
    print(text)


asyncio.run(main())
