# fails: test_main_asks_and_waits
# diagnosis: never-signalled
# main waits for the workers and never sets stop: they work for ever.
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
    await asyncio.gather(a, b)
    stop.set()
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
