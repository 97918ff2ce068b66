"""task asks once whether the gate is open already, and waits only if it is not."""

import asyncio


async def task(name, gate):
    print(name, "ready")
    if not gate.is_set():
        await gate.wait()
    print(name, "go")


async def main():
    gate = asyncio.Event()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(task("A", gate))
        tg.create_task(task("B", gate))
        tg.create_task(task("C", gate))
        await asyncio.sleep(2)
        gate.set()


if __name__ == "__main__":
    asyncio.run(main())
