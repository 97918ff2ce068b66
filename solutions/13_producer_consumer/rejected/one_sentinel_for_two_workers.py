# fails: test_stops_the_workers
# diagnosis: queue-deadlock
# There is one sentinel for two workers: the first one takes it, the other waits for ever.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        if number is None:
            break
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in (1, 2, 3, 4, 5, None):
        queue.put_nowait(number)
    await asyncio.gather(task("worker 1", queue), task("worker 2", queue))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
