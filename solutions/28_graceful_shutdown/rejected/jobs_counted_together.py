# fails: test_each_counts_its_own_jobs
# diagnosis: wrong-output
# The workers share one global counter, so their jobs are numbered through.
import asyncio

jobs = 0


async def task(name, stop):
    global jobs
    while not stop.is_set():
        await asyncio.sleep(1)
        jobs += 1
        print(f"{name} job {jobs} done")
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
