import asyncio
from asyncio import TaskGroup


async def sing(part: str) -> None:
    await asyncio.sleep(1)
    print(part)


async def main() -> None:
    async with TaskGroup() as choir:
        choir.create_task(sing("high"))
        choir.create_task(sing("low"))


if __name__ == "__main__":
    asyncio.run(main())
