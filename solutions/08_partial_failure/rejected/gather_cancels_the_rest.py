# fails: test_one_failure_stops_no_other
# diagnosis: gather-misuse
# After the first error the tasks that are left are cancelled, so C never says ok.

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
        for t in tasks:
            t.cancel()
    for t in await asyncio.gather(*tasks, return_exceptions=True):
        print(t)


if __name__ == "__main__":
    asyncio.run(main())
