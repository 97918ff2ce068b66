# fails: test_never_polls
# diagnosis: busy-polling
# A worker tries get_nowait again and again with sleep(0) in between.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        try:
            number = queue.get_nowait()
        except asyncio.QueueEmpty:
            await asyncio.sleep(0)
            continue
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
