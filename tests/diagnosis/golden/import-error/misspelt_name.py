# The name is in another case than in the module.
# line: 5

import sys
from asyncio import gather, taskgroup

VERSION = sys.version_info[:2]


class Choir:
    async def sing(self, part):
        print(part)


async def main():
    async with taskgroup() as group:
        group.create_task(Choir().sing("high"))


if __name__ == "__main__":
    import asyncio

    asyncio.run(main())
