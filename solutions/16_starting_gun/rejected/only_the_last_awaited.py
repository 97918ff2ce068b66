# fails: test_waits_for_all
# diagnosis: lost-task
# Only C is awaited; with slower runners A and B would be cut off.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    asyncio.create_task(task("A", gate))
    asyncio.create_task(task("B", gate))
    c = asyncio.create_task(task("C", gate))
    await asyncio.sleep(2)
    gate.set()
    await c


if __name__ == "__main__":
    asyncio.run(main())
