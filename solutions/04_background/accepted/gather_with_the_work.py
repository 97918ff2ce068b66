"""The work is a coroutine of its own, and gather runs it beside the task."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def work() -> None:
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")


async def main() -> None:
    result, _ = await asyncio.gather(task("report", 3), work())
    print(result)


if __name__ == "__main__":
    asyncio.run(main())
