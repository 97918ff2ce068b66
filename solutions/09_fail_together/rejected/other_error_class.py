# fails: test_task_finishes_or_raises
# diagnosis: wrong-output
# task raises a RuntimeError, which main catches just as well; the contract says ValueError.

import asyncio


async def task(name, delay, ok):
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    if not ok:
        raise RuntimeError(f"{name} failed")
    print(f"{name} finished")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            tg.create_task(task("C", 3, True))
    except* RuntimeError as group:
        for e in group.exceptions:
            print(f"stopped: {e}")


if __name__ == "__main__":
    asyncio.run(main())
