"""wait inside a task group: the cancelled losers are awaited at the end of the block."""

import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(task(n, d)) for n, d in zip(["north", "south", "east"], [3, 1, 2])]
        done, pending = await asyncio.wait(tasks, return_when="FIRST_COMPLETED")
        for t in pending:
            t.cancel()
    winner = next(t for t in tasks if t in done)
    print(f"{winner.result()} won")


if __name__ == "__main__":
    asyncio.run(main())
