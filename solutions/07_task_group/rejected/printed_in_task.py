# fails: test_task_waits_and_returns
# diagnosis: result-not-returned
# task prints its line in place of returning it; B comes first, and the results are None.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    print(f"{name} done")


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(task("A", 2))
        tg.create_task(task("B", 1))
        tg.create_task(task("C", 3))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
