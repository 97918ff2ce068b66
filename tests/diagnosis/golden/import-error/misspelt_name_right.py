import sys
from asyncio import TaskGroup, gather

VERSION = sys.version_info[:2]


class Choir:
    async def sing(self, part):
        print(part)


async def main():
    async with TaskGroup() as group:
        group.create_task(Choir().sing("high"))


if __name__ == "__main__":
    import asyncio

    asyncio.run(main())
