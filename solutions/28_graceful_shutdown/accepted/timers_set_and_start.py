"""Timers of the loop: call_later sets the event, a helper starts B late, gather waits for both."""

import asyncio


async def task(name, stop):
    number = 1
    while not stop.is_set():
        await asyncio.sleep(1)
        print(f"{name} job {number} done")
        number += 1
    print(f"{name} stopped")


async def later(delay, name, stop):
    await asyncio.sleep(delay)
    await task(name, stop)


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(2.25, stop.set)
    await asyncio.gather(task("A", stop), later(0.5, "B", stop))
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
