# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Each task is awaited in a try of its own before the next is called: the lines are right, the end is at 6 s.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    for name, delay, ok in (("A", 1, True), ("B", 2, False), ("C", 3, True)):
        try:
            print(await task(name, delay, ok))
        except RuntimeError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
