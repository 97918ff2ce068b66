"""A class owns the task; its stop method cancels it and waits."""

import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


class Service:
    def __init__(self, name: str) -> None:
        self.name = name
        self._task: asyncio.Task | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(task(self.name))

    async def stop(self) -> None:
        if self._task is None:
            return
        self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            pass
        self._task = None


async def main() -> None:
    service = Service("worker")
    service.start()
    await asyncio.sleep(2.5)
    await service.stop()
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
