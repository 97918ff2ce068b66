"""A class owns the gate, as an asynchronous context manager that waits for its runners."""

import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


class Race:
    def __init__(self, *names: str) -> None:
        self.names = names
        self.gate = asyncio.Event()
        self.runners: list[asyncio.Task] = []

    async def __aenter__(self) -> "Race":
        for name in self.names:
            self.runners.append(asyncio.create_task(task(name, self.gate), name=name))
        return self

    async def shot(self, after: float) -> None:
        await asyncio.sleep(after)
        self.gate.set()

    async def __aexit__(self, *error: object) -> None:
        await asyncio.gather(*self.runners)


async def main() -> None:
    async with Race("A", "B", "C") as race:
        await race.shot(after=2)


if __name__ == "__main__":
    asyncio.run(main())
