"""A queue between those who make and those who do."""

import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    """Work for ever: take a number from the queue, work 1 second, print "NAME did NUMBER", mark it done."""
    while True:
        # On an empty queue `get` waits until something comes; nobody has to look again and again.
        number = await queue.get()
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        # `join` counts: as many `task_done` as there were `put`. Taken is not yet done, so this comes after the work.
        queue.task_done()


async def main() -> None:
    """Let two workers do the numbers 1 to 5 of a queue, stop them, print "all done"."""
    queue: asyncio.Queue[int] = asyncio.Queue()
    for number in range(1, 6):
        queue.put_nowait(number)
    workers = [asyncio.create_task(task(name, queue)) for name in ("worker 1", "worker 2")]
    await queue.join()
    # The workers never end by themselves: by now both wait for a sixth number. They are cancelled, and awaited.
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
