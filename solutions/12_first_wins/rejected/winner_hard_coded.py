# fails: test_first_answer_wins
# diagnosis: hard-coded-output
# main knows that south wins: it awaits south, and cancels the others; wrong when another one is quicker.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    north = asyncio.create_task(task("north", 3))
    south = asyncio.create_task(task("south", 1))
    east = asyncio.create_task(task("east", 2))
    winner = await south
    north.cancel()
    east.cancel()
    await asyncio.gather(north, east, return_exceptions=True)
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
