# The job is marked done before the work on it, and cut off.
# line: 10

import asyncio


async def worker(q):
    while True:
        job = await q.get()
        q.task_done()
        await asyncio.sleep(1)
        print("job", job, "complete")


async def main():
    q = asyncio.Queue()
    for i in range(2):
        await q.put(i)
    w = asyncio.create_task(worker(q))
    await q.join()
    print("all jobs complete, stopping worker")
    w.cancel()


asyncio.run(main())
