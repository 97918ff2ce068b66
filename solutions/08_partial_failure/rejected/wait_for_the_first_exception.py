# fails: test_one_failure_stops_no_other
# diagnosis: wait-misuse
# asyncio.wait returns at the first exception; C is still pending, and nobody waits for it.

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
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for t in tasks:
        if t in done:
            print(t.exception() or t.result())


if __name__ == "__main__":
    asyncio.run(main())
