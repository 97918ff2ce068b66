# fails: test_one_failure_stops_no_other
# diagnosis: wrong-except
# The clause catches ValueError; the RuntimeError goes past it.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    tasks = [asyncio.create_task(task(*job)) for job in (("A", 1, True), ("B", 2, False), ("C", 3, True))]
    for t in tasks:
        try:
            print(await t)
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
