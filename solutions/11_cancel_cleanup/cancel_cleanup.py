"""Cancellation is an exception: clean up, then let it go on."""

import asyncio


async def task(name: str) -> None:
    """Print "NAME opened", then "NAME tick" after every second, for ever; when cancelled, "NAME closed"."""
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        # A cancellation arrives as an exception at the `await` above. `finally` tidies up and catches nothing, so the
        # exception goes on, and whoever waits for this task learns that it was cancelled.
        print(f"{name} closed")


async def main() -> None:
    """Start task("worker"), cancel it after 2.5 seconds, wait until it has ended, print "main done"."""
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    # `cancel` is only a request: the task gets it when the event loop runs it next, and then has its cleanup to do.
    worker.cancel()
    # `wait` ends when the task has ended, and does not raise what it ended with.
    await asyncio.wait([worker])
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
