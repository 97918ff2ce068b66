# fails: test_finishes_the_job_in_hand
# diagnosis: hard-coded-output
# main prints that the workers stopped when both have ended, not each when it ends.
import asyncio


async def task(name, stop):
    number = 1
    while not stop.is_set():
        await asyncio.sleep(1)
        print(f"{name} job {number} done")
        number += 1


async def main():
    stop = asyncio.Event()
    a = asyncio.create_task(task("A", stop))
    await asyncio.sleep(0.5)
    b = asyncio.create_task(task("B", stop))
    await asyncio.sleep(1.75)
    stop.set()
    await asyncio.gather(a, b)
    print("B stopped")
    print("A stopped")
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
