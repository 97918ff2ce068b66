"""anyio's task group, whose scope the first runner cancels."""

import asyncio

import anyio


async def task(name: str, delay: float) -> str:
    try:
        await anyio.sleep(delay)
    except anyio.get_cancelled_exc_class():
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    winners = []

    async def run(name, delay):
        winners.append(await task(name, delay))
        group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(run, "north", 3)
        group.start_soon(run, "south", 1)
        group.start_soon(run, "east", 2)
    print(f"{winners[0]} won")


if __name__ == "__main__":
    asyncio.run(main())
