# fails: test_cancelled_task_lets_it_go_on
# diagnosis: cancel-swallowed
# contextlib.suppress takes the cancellation away; the line is printed after it.

import asyncio
from contextlib import suppress


async def task(name, delay, ok):
    print(f"{name} started")
    waited = False
    with suppress(asyncio.CancelledError):
        await asyncio.sleep(delay)
        waited = True
    if not waited:
        print(f"{name} cancelled")
        return
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
