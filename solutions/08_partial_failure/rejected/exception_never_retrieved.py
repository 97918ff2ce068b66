# fails: test_one_failure_stops_no_other
# diagnosis: swallowed-exception
# Only tasks that are ok are looked at; B's exception is never retrieved, and B has no line.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def show(name, delay, ok):
    print(await task(name, delay, ok))


async def main():
    tasks = [asyncio.create_task(show(*job)) for job in (("A", 1, True), ("B", 2, False), ("C", 3, True))]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())
