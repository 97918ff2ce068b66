# fails: test_uses_a_task_group
# diagnosis: required-construct
# gather with return_exceptions lets C run to its end at 3 s.

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
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    for r in results:
        if isinstance(r, ValueError):
            print(f"stopped: {r}")


if __name__ == "__main__":
    asyncio.run(main())
