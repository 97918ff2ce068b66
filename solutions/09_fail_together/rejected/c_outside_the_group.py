# fails: test_uses_a_task_group
# diagnosis: required-construct
# C is started by asyncio.create_task beside the group, which can neither cancel it nor wait for it.

import asyncio


async def task(name, delay, ok):
    try:
        print(name, "started")
        await asyncio.sleep(delay)
        if ok:
            print(name, "finished")
        else:
            raise ValueError(name + " failed")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            c = asyncio.create_task(task("C", 3, True))
    except* ValueError as group:
        for error in group.exceptions:
            print(f"stopped: {error}")


if __name__ == "__main__":
    asyncio.run(main())
