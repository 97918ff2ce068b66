"""asyncio.wait with a timeout measures the two seconds, then waits for all."""

import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    runners = [asyncio.ensure_future(task(n, gate)) for n in ["A", "B", "C"]]
    await asyncio.wait(runners, timeout=2)
    gate.set()
    await asyncio.wait(runners)


if __name__ == "__main__":
    asyncio.run(main())
