"""A condition is notified by whoever answers."""

import asyncio
import sys


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        sys.stdout.write(f"{name} cancelled\n")
        raise
    return name


async def main() -> None:
    condition = asyncio.Condition()
    answers: list[str] = []

    async def ask(name: str, delay: float) -> None:
        answer = await task(name, delay)
        async with condition:
            answers.append(answer)
            condition.notify_all()

    tasks = [asyncio.create_task(ask(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    async with condition:
        await condition.wait_for(lambda: answers)
        winner = answers[0]
    for t in tasks:
        t.cancel()
    await asyncio.wait(tasks)
    sys.stdout.write(f"{winner} won\n")


if __name__ == "__main__":
    asyncio.run(main())
