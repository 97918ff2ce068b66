import asyncio


async def worker(q):
    while True:
        job = await q.get()
        await asyncio.sleep(1)
        print("job", job, "complete")
        q.task_done()


async def main():
    q = asyncio.Queue()
    for i in range(2):
        await q.put(i)
    w = asyncio.create_task(worker(q))
    await q.join()
    print("all jobs complete, stopping worker")
    w.cancel()


asyncio.run(main())
