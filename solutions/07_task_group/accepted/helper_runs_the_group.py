"""A helper coroutine holds the group and returns the results, as gather would."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done"


async def run_all(*coroutines) -> list[str]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one) for one in coroutines]
    return [t.result() for t in tasks]


async def main() -> None:
    for text in await run_all(task("A", 2), task("B", 1), task("C", 3)):
        print(text)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
