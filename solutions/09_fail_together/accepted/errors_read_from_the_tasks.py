"""The group's exception is only the signal; each task is asked for its own error, in order."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> None:
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    if not ok:
        raise ValueError(f"{name} failed")
    print(f"{name} finished")


async def main() -> None:
    tasks = []
    try:
        async with asyncio.TaskGroup() as tg:
            for name, delay, ok in [("A", 1, True), ("B", 2, False), ("C", 3, True)]:
                tasks.append(tg.create_task(task(name, delay, ok)))
    except ExceptionGroup:
        for t in tasks:
            if not t.cancelled() and isinstance(t.exception(), ValueError):
                print(f"stopped: {t.exception()}")


if __name__ == "__main__":
    asyncio.run(main())
