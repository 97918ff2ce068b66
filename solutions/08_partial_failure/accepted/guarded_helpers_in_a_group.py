"""A TaskGroup of helpers that catch the error themselves, so the group has nothing to cancel for."""

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def guarded(coroutine):
    try:
        return await coroutine
    except Exception as e:
        return e


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(guarded(task("A", 1, True)))
        b = tg.create_task(guarded(task("B", 2, False)))
        c = tg.create_task(guarded(task("C", 3, True)))
    for t in (a, b, c):
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
