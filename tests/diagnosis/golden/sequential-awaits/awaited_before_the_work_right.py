"""The report is started, and awaited behind the work."""

import asyncio


async def report(days: float) -> str:
    await asyncio.sleep(days)
    return "report"


async def main() -> None:
    text = asyncio.create_task(report(4))
    print("desk cleared")
    await asyncio.sleep(1)
    print(await text)


asyncio.run(main())
