# fails: test_stops_the_workers
# diagnosis: unhandled-error
# main awaits the cancelled workers and lets their CancelledError out.
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
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
