"""A timer of the loop opens the gate, without any task of its own."""

import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    asyncio.get_running_loop().call_later(2, gate.set)
    await asyncio.gather(*(task(name, gate) for name in ("A", "B", "C")))


if __name__ == "__main__":
    asyncio.run(main())
