# fails: test_first_answer_wins
# diagnosis: sequential-awaits
# The three are awaited one after the other; the first in the list always wins.
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
    for name, delay in (("north", 3), ("south", 1), ("east", 2)):
        answer = await task(name, delay)
        if winner is None:
            winner = answer
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
