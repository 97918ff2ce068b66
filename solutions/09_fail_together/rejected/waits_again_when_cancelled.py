# fails: test_cancelled_task_lets_it_go_on
# diagnosis: cancel-swallowed
# A cancelled task begins its wait again, so the group waits for C until 5 s.

import asyncio


async def task(name, delay, ok):
    print(f"{name} started")
    while True:
        try:
            await asyncio.sleep(delay)
            break
        except asyncio.CancelledError:
            print(f"{name} cancelled")
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
