"""A class of the learner's own with a method to start and one to fetch the result."""

import asyncio
import sys


class Background:
    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._task = None

    def start(self):
        self._task = asyncio.get_running_loop().create_task(self._coroutine)
        return self

    async def result(self):
        return await self._task


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = Background(task("report", 3)).start()
    sys.stdout.write("working 1\n")
    await asyncio.sleep(1)
    sys.stdout.write("working 2\n")
    sys.stdout.write(await report.result() + "\n")


if __name__ == "__main__":
    asyncio.run(main())
