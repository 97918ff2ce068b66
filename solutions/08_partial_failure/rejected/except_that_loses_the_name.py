# fails: test_one_failure_stops_no_other
# diagnosis: swallowed-exception
# The helper catches the error, but says only that something failed, not which.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def guarded(name, delay, ok):
    try:
        return await task(name, delay, ok)
    except RuntimeError:
        return "failed"


async def main():
    for line in await asyncio.gather(guarded("A", 1, True), guarded("B", 2, False), guarded("C", 3, True)):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
