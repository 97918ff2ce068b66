# fails: test_waits_until_all_is_done
# diagnosis: lost-task
# Nobody waits for the work: "all done" is printed, main returns, and the workers are cut off.
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
    asyncio.create_task(task("worker 1", queue))
    asyncio.create_task(task("worker 2", queue))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
