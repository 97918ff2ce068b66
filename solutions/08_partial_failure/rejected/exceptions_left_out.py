# fails: test_one_failure_stops_no_other
# diagnosis: swallowed-exception
# return_exceptions is used, and the exceptions are then left out: B has no line.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    for result in results:
        if not isinstance(result, Exception):
            print(result)


if __name__ == "__main__":
    asyncio.run(main())
