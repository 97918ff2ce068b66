# fails: test_task_finishes_or_raises
# diagnosis: wrong-except
# The clause catches everything, so the task that fails says that it was cancelled.

import asyncio


async def task(name, delay, ok):
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise ValueError(f"{name} failed")
        print(f"{name} finished")
    except BaseException:
        print(f"{name} cancelled")
        raise


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
