# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# The task is started, but main returns without waiting for it.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")


if __name__ == "__main__":
    asyncio.run(main())
