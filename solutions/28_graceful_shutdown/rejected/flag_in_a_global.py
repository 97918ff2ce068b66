# fails: test_finishes_the_job_in_hand
# diagnosis: parameter-ignored
# A global flag in place of the event. Seen when task is run alone.
import asyncio

stopping = False


async def task(name, stop):
    number = 1
    while not stopping:
        await asyncio.sleep(1)
        print(f"{name} job {number} done")
        number += 1
    print(f"{name} stopped")


async def main():
    global stopping
    stop = asyncio.Event()
    a = asyncio.create_task(task("A", stop))
    await asyncio.sleep(0.5)
    b = asyncio.create_task(task("B", stop))
    await asyncio.sleep(1.75)
    stopping = True
    await asyncio.gather(a, b)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
