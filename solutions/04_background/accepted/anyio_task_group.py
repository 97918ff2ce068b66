"""A task group of anyio; a helper keeps the result."""

import asyncio

import anyio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    results: list[str] = []

    async def keep() -> None:
        results.append(await task("report", 3))

    async with anyio.create_task_group() as tg:
        tg.start_soon(keep)
        print("working 1")
        await anyio.sleep(1)
        print("working 2")
    print(results[0])


if __name__ == "__main__":
    asyncio.run(main())
