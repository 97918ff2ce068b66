# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task has a group of its own, one after the other, so none can stop another.

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
    for job in [("A", 1, True), ("B", 2, False), ("C", 3, True)]:
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(task(*job))
        except* ValueError as group:
            for e in group.exceptions:
                print(f"stopped: {e}")


if __name__ == "__main__":
    asyncio.run(main())
