"""Each runner reports its end on a queue, and main takes two reports."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def runner(name, delay, ended):
    try:
        await task(name, delay)
    finally:
        ended.put_nowait(name)


async def main():
    ended = asyncio.Queue()
    runners = [
        asyncio.create_task(runner("Task A", 2, ended)),
        asyncio.create_task(runner("Task B", 1, ended)),
    ]
    for _ in runners:
        await ended.get()
    for r in runners:
        await r


if __name__ == "__main__":
    asyncio.run(main())
