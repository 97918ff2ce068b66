# fails: test_waits_until_losers_have_ended
# diagnosis: task-not-cancelled
# Leaving the loop over as_completed stops no task.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    for first in asyncio.as_completed([task("north", 3), task("south", 1), task("east", 2)]):
        winner = await first
        break
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
