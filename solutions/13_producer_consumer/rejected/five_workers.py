# fails: test_main_runs_two_workers
# diagnosis: unbounded-concurrency
# One worker is started for each number in place of two: everything is done at t=1.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    workers = []
    for number in range(1, 6):
        queue.put_nowait(number)
        workers.append(asyncio.create_task(task(f"worker {number}", queue)))
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
