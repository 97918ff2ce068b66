# fails: test_main_asks_and_waits
# diagnosis: lost-task
# Only B is awaited; A still has a job in hand when main returns.
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
    await b
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
