# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# The job is cut into ten short sleeps that look at stop each time; it is finished, but it polls.
import asyncio


async def task(name, stop):
    number = 1
    stopping = stop.is_set()
    while not stopping:
        for _ in range(10):
            await asyncio.sleep(0.1)
            if stop.is_set():
                stopping = True
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
