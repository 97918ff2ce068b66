"""The helper returns its line, and as_completed prints whichever is there first."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def line(name: str, delay: float) -> str:
    try:
        return await asyncio.wait_for(task(name, delay), 2)
    except TimeoutError:
        return f"{name} timed out"


async def main() -> None:
    for nearest in asyncio.as_completed([line("fast", 1), line("slow", 10)]):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
