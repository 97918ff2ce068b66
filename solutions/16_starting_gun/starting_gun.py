"""Wait for a signal, do not poll."""

import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    """Print "NAME ready", wait until the gate is open, print "NAME go"."""
    print(f"{name} ready")
    # The task sleeps here until somebody opens the gate; it does not know when that will be, and need not ask.
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    """Start A, B and C at one gate, open it after 2 seconds, wait for all three."""
    gate = asyncio.Event()
    async with asyncio.TaskGroup() as runners:
        for name in ("A", "B", "C"):
            runners.create_task(task(name, gate))
        # The runners get to their places while `main` sleeps; `set` then wakes all that wait.
        await asyncio.sleep(2)
        gate.set()


if __name__ == "__main__":
    asyncio.run(main())
