# fails: test_task_finishes_or_raises
# diagnosis: never-awaited
# asyncio.sleep is not awaited: nothing is waited for, and B fails at 0 s.

import asyncio


async def task(name, delay, ok):
    print(f"{name} started")
    try:
        asyncio.sleep(delay)
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
