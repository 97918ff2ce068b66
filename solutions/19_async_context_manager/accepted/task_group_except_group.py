"""except ExceptionGroup, and only the first error of the group is told."""

import asyncio
from contextlib import AbstractAsyncContextManager


class Connection(AbstractAsyncContextManager):
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print(self.name, "open")

    async def __aexit__(self, exc_type, exc_value, traceback):
        await asyncio.sleep(0.5)
        print(self.name, "closed")
        return False


async def task(name, delay, ok):
    async with Connection(name, delay):
        if ok:
            print(name, "used")
        else:
            raise RuntimeError(name + " broke")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
    except ExceptionGroup as group:
        print("error:", group.exceptions[0])


if __name__ == "__main__":
    asyncio.run(main())
