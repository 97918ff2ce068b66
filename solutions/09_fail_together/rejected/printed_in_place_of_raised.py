# fails: test_task_finishes_or_raises
# diagnosis: wrong-output
# task prints that it failed in place of raising; nothing stops the group.

import asyncio


async def task(name, delay, ok):
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    if ok:
        print(f"{name} finished")
    else:
        print(f"stopped: {name} failed")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(task("A", 1, True))
        tg.create_task(task("B", 2, False))
        tg.create_task(task("C", 3, True))


if __name__ == "__main__":
    asyncio.run(main())
