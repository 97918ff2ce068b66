"""The winner ends its task group by an exception that carries the answer."""

import asyncio


class Won(Exception):
    def __init__(self, answer):
        super().__init__(answer)
        self.answer = answer


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def run(name, delay):
    raise Won(await task(name, delay))


async def main() -> None:
    winner = None
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(run("north", 3))
            group.create_task(run("south", 1))
            group.create_task(run("east", 2))
    except* Won as group_of_winners:
        winner = group_of_winners.exceptions[0].answer
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
