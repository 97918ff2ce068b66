# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task is awaited inside the block before the next one is created; C never starts.

import asyncio


async def task(name: str, delay: float, ok: bool) -> None:
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    if not ok:
        raise ValueError(f"{name} failed")
    print(f"{name} finished")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tg:
            await tg.create_task(task("A", 1, True))
            await tg.create_task(task("B", 2, False))
            await tg.create_task(task("C", 3, True))
    except* ValueError as group:
        for error in group.exceptions:
            print(f"stopped: {error}")


if __name__ == "__main__":
    asyncio.run(main())
