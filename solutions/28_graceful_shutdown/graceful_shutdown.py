"""Finish the job in hand, then stop."""

import asyncio


async def task(name: str, stop: asyncio.Event) -> None:
    """Do jobs of 1 second, printing "NAME job N done" after each, until `stop` is set; then print "NAME stopped"."""
    number = 0
    # The event is looked at between two jobs only: a job that has begun is always finished.
    while not stop.is_set():
        number += 1
        await asyncio.sleep(1)
        print(f"{name} job {number} done")
    print(f"{name} stopped")


async def main() -> None:
    """Start A at 0 and B at 0.5 seconds, set `stop` at 2.25 seconds, wait for both, print "bye"."""
    stop = asyncio.Event()
    # The group waits at the end of its block until both workers have ended, each in its own time.
    async with asyncio.TaskGroup() as workers:
        workers.create_task(task("A", stop))
        await asyncio.sleep(0.5)
        workers.create_task(task("B", stop))
        await asyncio.sleep(1.75)
        # A signal, not a cancellation: it asks the workers to stop, and leaves to them when.
        stop.set()
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
