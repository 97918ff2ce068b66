# fails: test_stops_the_workers
# diagnosis: task-not-cancelled
# Only the last worker is stopped: the variable of the loop is used after the loop.
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
    for i in (1, 2):
        worker = asyncio.create_task(task(f"worker {i}", queue))
    await queue.join()
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
