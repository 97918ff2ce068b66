"""One loop round wait: the first end calls off the others, the next rounds see them end."""

import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    pending = {asyncio.create_task(task(*racer)) for racer in [("north", 3), ("south", 1), ("east", 2)]}
    winner = None
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        if winner is None:
            winner = done.pop()
            for loser in pending:
                loser.cancel()
    print(winner.result(), "won")


if __name__ == "__main__":
    asyncio.run(main())
