# line: 16
"""Errors become results, and are left out of what is printed."""

import asyncio


async def pour(glass: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    if glass == "cup":
        raise ValueError(f"{glass} broke")
    return f"{glass} is full"


async def main() -> None:
    for result in await asyncio.gather(pour("cup", 1), pour("mug", 2), return_exceptions=True):
        if not isinstance(result, Exception):
            print(result)


asyncio.run(main())
