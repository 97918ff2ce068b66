"""Recursion: a job, and then the rest, unless stop is set."""

import asyncio


async def task(name, stop, number=1):
    if stop.is_set():
        print(f"{name} stopped")
        return
    await asyncio.sleep(1)
    print(f"{name} job {number} done")
    await task(name, stop, number + 1)


async def main():
    stop = asyncio.Event()
    a = asyncio.create_task(task("A", stop))
    await asyncio.sleep(0.5)
    b = asyncio.create_task(task("B", stop))
    await asyncio.sleep(1.75)
    stop.set()
    await asyncio.gather(a, b)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
