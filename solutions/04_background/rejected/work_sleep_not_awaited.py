# fails: test_works_while_the_task_runs
# diagnosis: never-awaited
# The pause between the two lines is not awaited, so "working 2" comes at once.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
