# fails: test_worker_does_what_comes
# diagnosis: never-awaited
# get is called without await, so each worker does coroutines and takes nothing out of the queue.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(1, 6):
        queue.put_nowait(number)
    workers = [asyncio.create_task(task(f"worker {i}", queue)) for i in (1, 2)]
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
