# line: 16
"""The first error comes out of `gather`, and the program ends while the others go on."""

import asyncio


async def pour(glass: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    if glass == "cup":
        raise ValueError(f"{glass} broke")
    return f"{glass} is full"


async def main() -> None:
    try:
        print(await asyncio.gather(pour("cup", 1), pour("mug", 2)))
    except ValueError as error:
        print(error)


asyncio.run(main())
