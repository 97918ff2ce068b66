"""The workers are shielded; the time-out of wait is main's clock and cancels nobody."""

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
    loop = asyncio.get_running_loop()
    began = loop.time()
    a = asyncio.ensure_future(task("A", stop))
    await asyncio.wait([a], timeout=0.5)
    b = asyncio.ensure_future(task("B", stop))
    await asyncio.wait([a, b], timeout=began + 2.25 - loop.time())
    stop.set()
    await a
    await b
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
