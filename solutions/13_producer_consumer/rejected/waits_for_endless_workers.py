# fails: test_stops_the_workers
# diagnosis: queue-deadlock
# main waits for the workers themselves, which wait for numbers that nobody puts any more.
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
    await asyncio.gather(task("worker 1", queue), task("worker 2", queue))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
