# fails: test_uses_a_task_group
# diagnosis: required-construct
# gather, and the others cancelled and awaited by hand: the same lines, but a TaskGroup is asked for.

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
    tasks = [asyncio.create_task(task(*job)) for job in (("A", 1, True), ("B", 2, False), ("C", 3, True))]
    try:
        await asyncio.gather(*tasks)
    except ValueError:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for t in tasks:
            if not t.cancelled() and t.exception():
                print(f"stopped: {t.exception()}")


if __name__ == "__main__":
    asyncio.run(main())
