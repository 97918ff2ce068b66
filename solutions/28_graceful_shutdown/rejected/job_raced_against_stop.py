# fails: test_finishes_the_job_in_hand
# diagnosis: job-cut-short
# The job and stop.wait() race; when stop wins, the job is cancelled.
import asyncio


async def task(name, stop):
    number = 1
    while not stop.is_set():
        job = asyncio.create_task(asyncio.sleep(1))
        stopping = asyncio.create_task(stop.wait())
        done, pending = await asyncio.wait([job, stopping], return_when=asyncio.FIRST_COMPLETED)
        for p in pending:
            p.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if job in done:
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
