# fails: test_one_failure_stops_no_other
# diagnosis: unhandled-error
# The lines are printed, and then the error is raised again, so it leaves main.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    for r in results:
        print(r)
    for r in results:
        if isinstance(r, Exception):
            raise r


if __name__ == "__main__":
    asyncio.run(main())
