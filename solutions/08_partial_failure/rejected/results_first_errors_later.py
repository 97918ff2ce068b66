# fails: test_one_failure_stops_no_other
# diagnosis: output-order
# All results are printed first and the errors after them.

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
        if not isinstance(r, Exception):
            print(r)
    for r in results:
        if isinstance(r, Exception):
            print(r)


if __name__ == "__main__":
    asyncio.run(main())
