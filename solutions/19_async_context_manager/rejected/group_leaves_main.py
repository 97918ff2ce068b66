# fails: test_main_prints_the_error
# diagnosis: wrong-except
# except RuntimeError does not catch the ExceptionGroup that a task group raises.
import asyncio


class Connection:
    def __init__(self, name: str, delay: float) -> None:
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name: str, delay: float, ok: bool) -> None:
    async with Connection(name, delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(task("A", 1, True))
            group.create_task(task("B", 2, False))
    except RuntimeError as error:
        print(f"error: {error}")


if __name__ == "__main__":
    asyncio.run(main())
