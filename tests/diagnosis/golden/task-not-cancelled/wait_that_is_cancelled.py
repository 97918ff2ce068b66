# A wait for a task is cancelled, and the task goes on: wait() hands no cancellation on.
# line: 13
import asyncio


async def pump(pond, minutes):
    await asyncio.sleep(minutes)
    print(pond, "is empty")


async def empty(pond):
    pumping = asyncio.create_task(pump(pond, 30))
    await asyncio.wait([pumping])
    return pond


async def main():
    job = asyncio.create_task(empty("duck pond"))
    await asyncio.sleep(10)
    print("stop, there are fish in it!")
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    await asyncio.sleep(60)
    print("evening")


if __name__ == "__main__":
    asyncio.run(main())
