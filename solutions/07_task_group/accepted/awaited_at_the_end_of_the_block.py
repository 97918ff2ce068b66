"""All three are started first; the results are awaited and printed at the end of the block."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done"


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
        results = [await a, await b, await c]
    print("\n".join(results))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
