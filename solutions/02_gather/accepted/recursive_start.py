"""Recursion: start the head, go on with the rest, then await the head."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def run_all(jobs):
    match jobs:
        case []:
            return
        case [(name, delay), *rest]:
            head = asyncio.create_task(task(name, delay))
            await run_all(rest)
            await head


async def main():
    await run_all([("Task A", 2), ("Task B", 1)])


if __name__ == "__main__":
    asyncio.run(main())
