"""The two seconds are slept in a thread, which hands the waiting over; no guard."""

import asyncio
import time


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name in "ABC":
            group.create_task(task(name, gate))
        await asyncio.to_thread(time.sleep, 2)
        gate.set()


asyncio.run(main())
