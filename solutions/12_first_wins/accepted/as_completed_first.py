"""as_completed gives the first answer, then the tasks that are not done are cancelled and awaited."""

import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise


async def main() -> None:
    tasks = [asyncio.create_task(task(*args)) for args in [("north", 3), ("south", 1), ("east", 2)]]
    for first in asyncio.as_completed(tasks):
        winner = await first
        break
    losers = [t for t in tasks if not t.done()]
    for t in losers:
        t.cancel()
    await asyncio.gather(*losers, return_exceptions=True)
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
