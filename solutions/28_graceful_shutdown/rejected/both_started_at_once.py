# fails: test_main_starts_two_workers
# diagnosis: wrong-output
# B starts at 0 seconds too.
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
    workers = asyncio.gather(task("A", stop), task("B", stop))
    await asyncio.sleep(2.25)
    stop.set()
    await workers
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
