"""It stands round the wait for each."""

import asyncio


async def pour(glass: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    if glass == "cup":
        raise ValueError(f"{glass} broke")
    return f"{glass} is full"


async def main() -> None:
    tasks = [asyncio.create_task(pour(glass, 1)) for glass in ("mug", "cup")]
    for task in tasks:
        try:
            print(await task)
        except ValueError as error:
            print(error)


asyncio.run(main())
