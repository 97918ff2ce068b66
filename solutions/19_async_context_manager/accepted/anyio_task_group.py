"""anyio's task group and sleep."""

import asyncio

import anyio


class Connection:
    def __init__(self, name: str, delay: float) -> None:
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await anyio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __aexit__(self, *error):
        with anyio.CancelScope(shield=True):
            await anyio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name: str, delay: float, ok: bool) -> None:
    async with Connection(name, delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


async def main() -> None:
    try:
        async with anyio.create_task_group() as group:
            group.start_soon(task, "A", 1, True)
            group.start_soon(task, "B", 2, False)
    except* RuntimeError as errors:
        for error in errors.exceptions:
            print(f"error: {error}")


if __name__ == "__main__":
    asyncio.run(main())
