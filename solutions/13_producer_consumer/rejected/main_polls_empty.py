# fails: test_never_polls
# diagnosis: busy-polling
# main looks every 10 ms whether the queue is empty, in place of join; an empty queue is not yet work done.
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
    workers = [asyncio.create_task(task(f"worker {i}", queue)) for i in (1, 2)]
    while not queue.empty():
        await asyncio.sleep(0.01)
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
