# fails: test_never_polls
# diagnosis: busy-polling
# A worker asks every 50 ms whether the queue is empty, in place of waiting for the next number.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        while queue.empty():
            await asyncio.sleep(0.05)
        number = queue.get_nowait()
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
