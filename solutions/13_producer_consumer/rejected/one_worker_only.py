# fails: test_main_runs_two_workers
# diagnosis: over-serialised
# There is only one worker, which needs five seconds.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(1, 6):
        queue.put_nowait(number)
    worker = asyncio.create_task(task("worker 1", queue))
    await queue.join()
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
