"""finally in task, with a variable that tells whether the wait came to its end."""

import asyncio


async def task(name: str, delay: float) -> str:
    finished = False
    try:
        await asyncio.sleep(delay)
        finished = True
        return name
    finally:
        if not finished:
            print(f"{name} cancelled")


async def main() -> None:
    tasks = {asyncio.create_task(task("north", 3)), asyncio.create_task(task("south", 1)), asyncio.create_task(task("east", 2))}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    [t.cancel() for t in pending]
    for t in pending:
        try:
            await t
        except asyncio.CancelledError:
            pass
    for t in done:
        print(f"{t.result()} won")
        break


if __name__ == "__main__":
    asyncio.run(main())
