"""A context manager prints the line when a CancelledError passes through it."""

import asyncio
from contextlib import contextmanager


@contextmanager
def told(name):
    try:
        yield
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise


async def task(name, delay, ok):
    print(f"{name} started")
    with told(name):
        await asyncio.sleep(delay)
    if not ok:
        raise ValueError(f"{name} failed")
    print(f"{name} finished")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            tg.create_task(task("C", 3, True))
    except* ValueError as group:
        for error in group.exceptions:
            print(f"stopped: {error}")


if __name__ == "__main__":
    asyncio.run(main())
