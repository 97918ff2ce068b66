"""Everything imported under another name."""

import asyncio as aio
from asyncio import gather as together, sleep as pause
from builtins import print as say


async def task(name, delay):
    say(name + " started")
    await pause(delay)
    say(name + " finished")


async def main():
    await together(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    aio.run(main())
