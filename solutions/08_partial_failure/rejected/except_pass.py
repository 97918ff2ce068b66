# fails: test_one_failure_stops_no_other
# diagnosis: swallowed-exception
# The error is caught with except Exception: pass, so nothing is said about B.

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
    for t in tasks:
        try:
            print(await t)
        except Exception:
            pass


if __name__ == "__main__":
    asyncio.run(main())
