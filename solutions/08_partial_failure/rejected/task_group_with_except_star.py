# fails: test_one_failure_stops_no_other
# diagnosis: job-cut-short
# except* catches B's error, but by then the group has cancelled C, whose line says that it did not get to its end.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(task("A", 1, True))
            b = tg.create_task(task("B", 2, False))
            c = tg.create_task(task("C", 3, True))
    except* RuntimeError:
        pass
    for t in (a, b, c):
        if t.cancelled():
            print("cancelled")
        else:
            print(t.exception() or t.result())


if __name__ == "__main__":
    asyncio.run(main())
