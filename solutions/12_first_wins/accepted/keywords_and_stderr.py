"""Arguments by name, and progress on standard error, which is free."""

import asyncio
import sys


async def task(name: str, delay: float) -> str:
    print("asking", name, file=sys.stderr)
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    tasks = [
        asyncio.create_task(task(name="north", delay=3)),
        asyncio.create_task(task(name="south", delay=1)),
        asyncio.create_task(task(name="east", delay=2)),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for loser in pending:
        loser.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    winner = done.pop()
    print(await winner, "won")


if __name__ == "__main__":
    asyncio.run(main())
