"""main is a def that returns a coroutine; arguments are given by name."""

import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def race(*names):
    gate = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.call_at(loop.time() + 2, gate.set)
    await asyncio.wait([loop.create_task(task(name=name, gate=gate)) for name in names])


def main():
    return race("A", "B", "C")


if __name__ == "__main__":
    asyncio.run(main())
