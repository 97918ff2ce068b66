# fails: test_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Inside the block each task is awaited in the line that creates it: six seconds.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done"


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        a = await tg.create_task(task("A", 2))
        b = await tg.create_task(task("B", 1))
        c = await tg.create_task(task("C", 3))
    print(a)
    print(b)
    print(c)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
