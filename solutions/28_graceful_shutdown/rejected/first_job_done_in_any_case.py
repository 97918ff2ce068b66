# fails: test_stops_before_the_first_job
# diagnosis: wrong-output
# stop is looked at after each job only, so the first job is done even if stop is set before it. Seen there.
import asyncio


async def task(name, stop):
    number = 0
    while True:
        number += 1
        await asyncio.sleep(1)
        print(f"{name} job {number} done")
        if stop.is_set():
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
