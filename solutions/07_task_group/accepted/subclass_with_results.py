"""A class of the learner's own inherits from TaskGroup and remembers its tasks."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done"


class Team(asyncio.TaskGroup):
    def __init__(self) -> None:
        super().__init__()
        self.members: list[asyncio.Task[str]] = []

    def add(self, name: str, delay: float) -> None:
        self.members.append(self.create_task(task(name, delay)))

    def results(self) -> list[str]:
        return [member.result() for member in self.members]


async def main() -> None:
    async with Team() as team:
        team.add("A", 2)
        team.add("B", 1)
        team.add("C", 3)
    for line in team.results():
        print(line)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
