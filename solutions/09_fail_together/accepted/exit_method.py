"""A class with __exit__ looks at the kind of exception and lets it pass."""

import asyncio


class Report:
    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        print(f"{self.name} started")

    def __exit__(self, kind, error, traceback) -> bool:
        if kind is None:
            print(f"{self.name} finished")
        elif issubclass(kind, asyncio.CancelledError):
            print(f"{self.name} cancelled")
        return False


async def task(name: str, delay: float, ok: bool) -> None:
    with Report(name):
        await asyncio.sleep(delay)
        if not ok:
            raise ValueError(f"{name} failed")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("A", 1, True))
            tg.create_task(task("B", 2, False))
            tg.create_task(task("C", 3, True))
    except* ValueError as group:
        for error in group.exceptions:
            print(f"stopped: {error}")


if __name__ == "__main__":
    asyncio.run(main())
