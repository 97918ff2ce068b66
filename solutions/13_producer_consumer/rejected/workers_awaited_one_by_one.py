# fails: test_main_runs_two_workers
# diagnosis: sequential-awaits
# The first worker is awaited before the second is started, and it never ends.
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
    await task("worker 1", queue)
    await task("worker 2", queue)
    await queue.join()
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
