# fails: test_leaves_nothing_behind
# diagnosis: task-not-cancelled
# The wait is shielded: the task ends when it is cancelled, but the wait itself goes on after the end of main.

import asyncio


async def wait(delay):
    await asyncio.sleep(delay)


async def task(name, delay, ok):
    print(f"{name} started")
    try:
        await asyncio.shield(asyncio.create_task(wait(delay)))
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
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
