"""A small class collects the tasks and joins them."""

import asyncio
from dataclasses import dataclass, field


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


@dataclass
class Crew:
    members: list[asyncio.Task[None]] = field(default_factory=list)

    def start(self, name: str, delay: float) -> "Crew":
        self.members.append(asyncio.create_task(task(name, delay)))
        return self

    async def join(self) -> None:
        await asyncio.gather(*self.members)


async def main() -> None:
    crew = Crew()
    crew.start("Task A", 2).start("Task B", 1)
    await crew.join()


if __name__ == "__main__":
    asyncio.run(main())
