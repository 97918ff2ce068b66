# fails: test_losers_are_called_off
# diagnosis: task-not-cancelled
# Nobody cancels the losers, so the task group waits until they have answered too, at t=3.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    winner = None
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
        for first in asyncio.as_completed(tasks):
            winner = await first
            break
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
