# fails: test_cancelled_task_lets_it_go_on
# diagnosis: cleanup-missing
# main prints "C cancelled" itself; task says nothing when it is cancelled.

import asyncio


async def task(name, delay, ok):
    print(f"{name} started")
    await asyncio.sleep(delay)
    if not ok:
        raise ValueError(f"{name} failed")
    print(f"{name} finished")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            tg.create_task(task("C", 3, True))
    except* ValueError as group:
        print("C cancelled")
        for e in group.exceptions:
            print(f"stopped: {e}")


if __name__ == "__main__":
    asyncio.run(main())
