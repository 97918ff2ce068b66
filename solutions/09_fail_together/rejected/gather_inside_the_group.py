# fails: test_uses_a_task_group
# diagnosis: required-construct
# The group has no task of its own; gather raises inside its block, and C goes on behind it.

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
            await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True))
    except* ValueError as group:
        for e in group.exceptions:
            print(f"stopped: {e}")


if __name__ == "__main__":
    asyncio.run(main())
