"""A group fails as one, and cleans up."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> None:
    """Print "NAME started", wait `delay` seconds; print "NAME finished", or raise ValueError("NAME failed").

    It raises when `ok` is false. When it is cancelled it prints "NAME cancelled", and lets the cancellation go on.
    """
    print(f"{name} started")
    # A cancellation arrives as an exception out of the await at which the task is waiting.
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        # Whoever cancelled has to see that the task ended by it: caught for good, it would look like a normal end.
        raise
    if not ok:
        raise ValueError(f"{name} failed")
    print(f"{name} finished")


async def main() -> None:
    """Run A (1 second, ok), B (2 seconds, fails) and C (3 seconds, ok) in a TaskGroup; print why it was stopped."""
    # The error of one task makes the group cancel the others; the block is left when they have ended. Several may fail
    # at once, so the block raises a group of errors, of which `except*` takes out those of one kind.
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(task("A", 1, True))
            group.create_task(task("B", 2, False))
            group.create_task(task("C", 3, True))
    except* ValueError as failures:
        for failure in failures.exceptions:
            print(f"stopped: {failure}")


if __name__ == "__main__":
    asyncio.run(main())
