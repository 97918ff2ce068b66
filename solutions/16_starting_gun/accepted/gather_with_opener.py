"""A fourth coroutine opens the gate; gather runs all four."""

import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def open_later(gate: asyncio.Event) -> None:
    await asyncio.sleep(2)
    gate.set()


async def main() -> None:
    gate = asyncio.Event()
    await asyncio.gather(task("A", gate), task("B", gate), task("C", gate), open_later(gate))


if __name__ == "__main__":
    asyncio.run(main())
