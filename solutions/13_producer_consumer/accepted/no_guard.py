"""No guard: the last line runs `main`, with a queue that `main` makes."""

import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    """Work for ever: take a number from the queue, work 1 second, print "NAME did NUMBER", mark it done."""
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    """Let two workers do the numbers 1 to 5 of a queue, stop them, print "all done"."""
    queue = asyncio.Queue()
    for number in range(1, 6):
        await queue.put(number)
    workers = [asyncio.create_task(task(f"worker {i}", queue)) for i in (1, 2)]
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


asyncio.run(main())
