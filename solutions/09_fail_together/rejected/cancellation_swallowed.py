# fails: test_cancelled_task_lets_it_go_on
# diagnosis: cancel-swallowed
# CancelledError is caught and not raised again, so a cancelled task ends as if all were well.

import asyncio


async def task(name: str, delay: float, ok: bool) -> None:
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise ValueError(f"{name} failed")
        print(f"{name} finished")
    except asyncio.CancelledError:
        print(f"{name} cancelled")


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
