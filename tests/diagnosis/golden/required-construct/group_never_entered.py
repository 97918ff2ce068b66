# A group is made and not entered: its create_task refuses.
# line: 15

import asyncio
from asyncio import TaskGroup


async def sing(part: str) -> None:
    await asyncio.sleep(1)
    print(part)


async def main() -> None:
    choir = TaskGroup()
    choir.create_task(sing("high"))
    choir.create_task(sing("low"))
    await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
