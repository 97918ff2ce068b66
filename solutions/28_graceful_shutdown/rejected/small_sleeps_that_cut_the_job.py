# fails: test_finishes_the_job_in_hand
# diagnosis: busy-polling
# The job is cut into short sleeps that look at stop, and is left when it is set.
import asyncio


async def task(name, stop):
    number = 1
    while not stop.is_set():
        for _ in range(10):
            if stop.is_set():
                break
            await asyncio.sleep(0.1)
        else:
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
