# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# main asks every 10 milliseconds whether the workers are done.
import asyncio


async def task(name, stop):
    number = 1
    while not stop.is_set():
        await asyncio.sleep(1)
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
    while not (a.done() and b.done()):
        await asyncio.sleep(0.01)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
