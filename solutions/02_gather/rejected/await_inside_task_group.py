# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# Awaits every task inside the group's body right after creating it, so the group never holds two running tasks.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        await tg.create_task(task("Task A", 2))
        await tg.create_task(task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
