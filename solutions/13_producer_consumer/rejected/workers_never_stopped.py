# fails: test_stops_the_workers
# diagnosis: task-not-cancelled
# The workers still wait for a sixth number when main returns.
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
    await queue.join()
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
