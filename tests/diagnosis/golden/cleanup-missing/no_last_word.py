# line: 9
"""A cancelled task says nothing at its end."""

import asyncio


async def sing(bird: str) -> None:
    print(f"{bird} sings")
    await asyncio.sleep(60)


async def main() -> None:
    task = asyncio.create_task(sing("wren"))
    await asyncio.sleep(2)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
