# fails: test_finishes_the_job_in_hand
# diagnosis: job-cut-short
# The job is a wait for stop with a time-out of 1 second: when stop is set, the job in hand ends at once.
import asyncio


async def task(name, stop):
    number = 1
    while True:
        try:
            await asyncio.wait_for(stop.wait(), timeout=1)
            break
        except TimeoutError:
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
