"""A task group of anyio and a helper inside main."""

import asyncio

import anyio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    async def show(item: str, delay: float) -> None:
        print(await task(item, delay))

    async with anyio.create_task_group() as tg:
        tg.start_soon(show, "tea", 3)
        tg.start_soon(show, "coffee", 1)
        tg.start_soon(show, "water", 2)


if __name__ == "__main__":
    asyncio.run(main())
