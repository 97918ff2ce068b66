"""task returns an object of a class with __await__; gather accepts any awaitable."""

import asyncio


class Waiting:
    def __init__(self, name, delay):
        self.name, self.delay = name, delay

    def __await__(self):
        print(f"{self.name} started")
        yield from asyncio.sleep(self.delay).__await__()
        print(f"{self.name} finished")


def task(name, delay):
    return Waiting(name, delay)


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
