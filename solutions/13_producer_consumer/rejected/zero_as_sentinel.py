# fails: test_worker_does_what_comes
# diagnosis: wrong-output
# main's own sentinel is 0, which is a number that a worker has to do.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        if number == 0:
            break
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in [1, 2, 3, 4, 5, 0, 0]:
        queue.put_nowait(number)
    await asyncio.gather(task("worker 1", queue), task("worker 2", queue))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
