# line: 17
"""The clause stands round the start of the tasks, which raises nothing."""

import asyncio


async def pour(glass: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    if glass == "cup":
        raise ValueError(f"{glass} broke")
    return f"{glass} is full"


async def main() -> None:
    try:
        tasks = [asyncio.create_task(pour(glass, 1)) for glass in ("mug", "cup")]
    except ValueError as error:
        print(error)
    for task in tasks:
        print(await task)


asyncio.run(main())
