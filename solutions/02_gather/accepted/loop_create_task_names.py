"""loop.create_task with names, kept in a dict and awaited in order of their keys."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay=delay)
    print(f"{name} finished")


async def main() -> None:
    loop = asyncio.get_running_loop()
    running: dict[str, asyncio.Task[None]] = {}
    for name, delay in (("Task A", 2), ("Task B", 1)):
        running[name] = loop.create_task(task(name, delay), name=name)
    for name in sorted(running, reverse=True):
        await running[name]


if __name__ == "__main__":
    asyncio.run(main())
