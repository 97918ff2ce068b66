# fails: test_finishes_the_job_in_hand
# diagnosis: wrong-output
# The worker looks at stop before a job, and obeys only after it: one job more.
import asyncio


async def task(name, stop):
    number = 1
    while True:
        stopping = stop.is_set()
        await asyncio.sleep(1)
        print(f"{name} job {number} done")
        number += 1
        if stopping:
            break
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
