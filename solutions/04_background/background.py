"""Start it now, await it later."""

import asyncio


async def task(name: str, delay: float) -> str:
    """Wait `delay` seconds and return "NAME ready"."""
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    """Start task("report", 3) in the background, work meanwhile, and print its result when it is there."""
    # A coroutine only begins at its await; a task begins as soon as the event loop is free, here while `main` sleeps.
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    # Two of the three seconds are left. However many are left, the await takes exactly those, and gives the result.
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
