"""subgroup gives the ValueErrors alone, or None."""

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
    failed = None
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            tg.create_task(task("C", 3, True))
    except BaseExceptionGroup as group:
        failed = group.subgroup(ValueError)
    if failed:
        print(*(f"stopped: {e}" for e in failed.exceptions), sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
