# fails: test_one_failure_stops_no_other
# diagnosis: unhandled-error
# Nothing catches the error: gather raises it at 2 s, main dies, and no line is printed.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    results = await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True))
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
