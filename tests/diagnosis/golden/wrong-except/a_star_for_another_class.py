# line: 18
"""`except*` names a class of which the group holds nothing."""

import asyncio


async def pour(glass: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    if glass == "cup":
        raise ValueError(f"{glass} broke")
    return f"{glass} is full"


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(pour("cup", 1))
    except* RuntimeError as errors:
        print(errors.exceptions[0])


asyncio.run(main())
