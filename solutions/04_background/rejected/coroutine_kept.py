# fails: test_works_while_the_task_runs
# diagnosis: coroutine-not-started
# A bare coroutine is kept and awaited at the end; it begins only there, so the result comes at 4 s.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    report = task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
