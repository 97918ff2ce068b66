# fails: test_worker_ends_when_cancelled
# diagnosis: cancel-swallowed
# A cancellation in the midst of the work counts as its end: the worker takes the next number.

import asyncio


async def task(name, queue):
    while True:
        number = await queue.get()
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            pass
        print(f"{name} did {number}")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for number in range(1, 6):
        await queue.put(number)
    workers = [asyncio.create_task(task(f"worker {n}", queue)) for n in (1, 2)]
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
