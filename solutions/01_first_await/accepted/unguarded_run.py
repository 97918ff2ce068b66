"""No guard: the last line runs the program, whoever loads it."""

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    await task("Task A", 1)


asyncio.run(main())
