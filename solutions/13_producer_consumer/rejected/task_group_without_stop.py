# fails: test_stops_the_workers
# diagnosis: queue-deadlock
# The task group waits for workers that never end, as nobody stops them.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(task("worker 1", queue))
        group.create_task(task("worker 2", queue))
        for number in range(1, 6):
            queue.put_nowait(number)
        await queue.join()
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
