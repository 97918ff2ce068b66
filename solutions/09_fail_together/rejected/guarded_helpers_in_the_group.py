# fails: test_tells_what_stopped_the_group
# diagnosis: swallowed-exception
# Helpers in the group catch the error themselves; the group has no reason to cancel C, which finishes at 3 s.

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


async def guarded(name, delay, ok):
    try:
        await task(name, delay, ok)
    except ValueError as e:
        print(f"stopped: {e}")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(guarded("A", 1, True))
        tg.create_task(guarded("B", 2, False))
        tg.create_task(guarded("C", 3, True))


if __name__ == "__main__":
    asyncio.run(main())
