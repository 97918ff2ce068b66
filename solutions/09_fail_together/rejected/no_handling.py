# fails: test_tells_what_stopped_the_group
# diagnosis: unhandled-error
# Nothing is caught at all, so the group of errors leaves main.

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
        tg.create_task(task("A", 1, True))
        tg.create_task(task("B", 2, False))
        tg.create_task(task("C", 3, True))


if __name__ == "__main__":
    asyncio.run(main())
