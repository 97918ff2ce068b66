# fails: test_finishes_the_job_in_hand
# diagnosis: parameter-ignored
# The workers look at an event at module level, not at the one that is given. Seen when task is run alone.
import asyncio

stop_event = asyncio.Event()


async def task(name, stop):
    number = 1
    while not stop_event.is_set():
        await asyncio.sleep(1)
        print(f"{name} job {number} done")
        number += 1
    print(f"{name} stopped")


async def main():
    a = asyncio.create_task(task("A", stop_event))
    await asyncio.sleep(0.5)
    b = asyncio.create_task(task("B", stop_event))
    await asyncio.sleep(1.75)
    stop_event.set()
    await asyncio.gather(a, b)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
