# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep blocks the event loop; B cannot start before A has finished, and nothing can be cancelled during a wait.

import asyncio
import time


async def task(name, delay, ok):
    print(f"{name} started")
    try:
        time.sleep(delay)
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
