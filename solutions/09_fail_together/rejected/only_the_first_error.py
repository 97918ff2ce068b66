# fails: test_tells_every_error_of_the_group
# diagnosis: wrong-output
# Only the first error of the group is printed; when two tasks fail at once, one is missing.

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
            tg.create_task(task("C", 3, True))
    except* ValueError as group:
        print(f"stopped: {group.exceptions[0]}")


if __name__ == "__main__":
    asyncio.run(main())
