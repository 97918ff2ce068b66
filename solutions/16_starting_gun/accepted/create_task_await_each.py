"""Three tasks are created, and each is awaited after the shot."""

import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    a = asyncio.create_task(task("A", gate))
    b = asyncio.create_task(task("B", gate))
    c = asyncio.create_task(task("C", gate))
    await asyncio.sleep(2)
    gate.set()
    await a
    await b
    await c


if __name__ == "__main__":
    asyncio.run(main())
