# fails: test_one_failure_stops_no_other
# diagnosis: gather-misuse
# After gather's error the tasks are asked at once, in the belief that gather has waited for all; C is not done.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    tasks = [
        asyncio.create_task(task("A", 1, True)),
        asyncio.create_task(task("B", 2, False)),
        asyncio.create_task(task("C", 3, True)),
    ]
    try:
        await asyncio.gather(*tasks)
    except RuntimeError:
        pass
    for t in tasks:
        if t.done():
            print(t.exception() or t.result())
        else:
            print("not done")


if __name__ == "__main__":
    asyncio.run(main())
