# fails: test_tells_what_stopped_the_group
# diagnosis: wrong-except
# The try stands inside the block, round the create_task calls, which raise nothing.

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
    async with asyncio.TaskGroup() as tg:
        try:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            tg.create_task(task("C", 3, True))
        except* ValueError as group:
            for e in group.exceptions:
                print(f"stopped: {e}")


if __name__ == "__main__":
    asyncio.run(main())
