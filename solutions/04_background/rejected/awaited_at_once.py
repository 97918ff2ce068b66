# fails: test_works_while_the_task_runs
# diagnosis: sequential-awaits
# The task is awaited before the work begins, so "working 1" comes at 3 s.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    result = await task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(result)


if __name__ == "__main__":
    asyncio.run(main())
