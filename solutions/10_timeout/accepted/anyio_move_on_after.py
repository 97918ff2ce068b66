"""A cancel scope of anyio, which ends quietly and is asked whether it was cancelled."""

import asyncio

import anyio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    with anyio.move_on_after(2) as scope:
        print(await task(name, delay))
    if scope.cancelled_caught:
        print(f"{name} timed out")


async def main() -> None:
    async with anyio.create_task_group() as tg:
        tg.start_soon(ask, "fast", 1)
        tg.start_soon(ask, "slow", 10)


if __name__ == "__main__":
    asyncio.run(main())
