# fails: test_tells_what_stopped_the_group
# diagnosis: swallowed-exception
# except* ValueError: pass, so nobody learns what stopped the group.

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
    except* ValueError:
        pass


if __name__ == "__main__":
    asyncio.run(main())
