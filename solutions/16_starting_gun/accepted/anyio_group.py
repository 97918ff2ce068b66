"""anyio's task group and its sleep, with an event of asyncio."""

import asyncio

import anyio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    async with anyio.create_task_group() as group:
        for name in "ABC":
            group.start_soon(task, name, gate)
        await anyio.sleep(2)
        gate.set()


if __name__ == "__main__":
    asyncio.run(main())
