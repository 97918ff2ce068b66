# required: asyncio.TaskGroup.create_task
import asyncio
from asyncio import TaskGroup


async def row(boat):
    await asyncio.sleep(1)
    print(boat, "across")


async def main():
    async with TaskGroup() as tg:
        tg.create_task(row("Alma"))
        tg.create_task(row("Bertha"))


if __name__ == "__main__":
    asyncio.run(main())
