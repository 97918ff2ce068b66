# fails: test_uses_a_task_group
# diagnosis: required-construct
# asyncio.wait with FIRST_EXCEPTION and a cancel for the rest, in place of the group.

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
    jobs = [("A", 1, True), ("B", 2, False), ("C", 3, True)]
    tasks = [asyncio.create_task(task(*job)) for job in jobs]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for t in pending:
        t.cancel()
    if pending:
        await asyncio.wait(pending)
    for t in tasks:
        if t in done and t.exception() is not None:
            print(f"stopped: {t.exception()}")


if __name__ == "__main__":
    asyncio.run(main())
