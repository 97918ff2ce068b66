# fails: test_main_asks_and_waits
# diagnosis: job-cut-short
# main cancels the workers in place of setting stop: the jobs in hand are lost.
import asyncio


async def task(name, stop):
    number = 1
    try:
        while not stop.is_set():
            await asyncio.sleep(1)
            print(f"{name} job {number} done")
            number += 1
    finally:
        print(f"{name} stopped")


async def main():
    stop = asyncio.Event()
    a = asyncio.create_task(task("A", stop))
    await asyncio.sleep(0.5)
    b = asyncio.create_task(task("B", stop))
    await asyncio.sleep(1.75)
    a.cancel()
    b.cancel()
    await asyncio.gather(a, b, return_exceptions=True)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
