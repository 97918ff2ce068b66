# fails: test_main_asks_and_waits
# diagnosis: job-cut-short
# asyncio.timeout cancels the workers after 2.25 seconds; the jobs in hand are lost.
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

    async def b():
        await asyncio.sleep(0.5)
        await task("B", stop)

    try:
        async with asyncio.timeout(2.25):
            await asyncio.gather(task("A", stop), b())
    except TimeoutError:
        stop.set()
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
