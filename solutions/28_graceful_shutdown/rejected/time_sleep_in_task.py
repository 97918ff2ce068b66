# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep in the job stops the whole loop.
import asyncio
import time


async def task(name, stop):
    number = 1
    while not stop.is_set():
        time.sleep(1)
        await asyncio.sleep(0)
        print(f"{name} job {number} done")
        number += 1
    print(f"{name} stopped")


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
