"""asyncio.wait never raises what its tasks raise; each is asked for its exception afterwards."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    tasks = [asyncio.create_task(task(*job)) for job in (("A", 1, True), ("B", 2, False), ("C", 3, True))]
    await asyncio.wait(tasks)
    for t in tasks:
        print(t.exception() or t.result())


if __name__ == "__main__":
    asyncio.run(main())
