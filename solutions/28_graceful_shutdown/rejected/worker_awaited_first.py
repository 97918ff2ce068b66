# fails: test_main_starts_two_workers
# diagnosis: sequential-awaits
# main awaits A in place of starting it: A never ends, so B never starts and stop is never set.
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
    await task("A", stop)
    await asyncio.sleep(0.5)
    await task("B", stop)
    await asyncio.sleep(1.75)
    stop.set()
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
