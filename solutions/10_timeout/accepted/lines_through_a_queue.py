"""Workers put their lines into a queue, and main prints two."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def worker(name: str, delay: float, lines: asyncio.Queue[str]) -> None:
    try:
        async with asyncio.timeout(2):
            line = await task(name, delay)
    except TimeoutError:
        line = f"{name} timed out"
    await lines.put(line)


async def main() -> None:
    lines: asyncio.Queue[str] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker("fast", 1, lines))
        group.create_task(worker("slow", 10, lines))
        for _ in range(2):
            print(await lines.get())


if __name__ == "__main__":
    asyncio.run(main())
