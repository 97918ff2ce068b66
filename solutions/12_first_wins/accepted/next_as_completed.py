"""One step of as_completed by next, without a loop; all are cancelled, which does nothing to the winner."""

import asyncio

RACE = {"north": 3, "south": 1, "east": 2}


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    return name


async def main() -> None:
    tasks = [asyncio.ensure_future(task(name, delay)) for name, delay in RACE.items()]
    winner = await next(asyncio.as_completed(tasks))
    for t in tasks:
        t.cancel()
    await asyncio.wait(tasks)
    print(winner, "won")


if __name__ == "__main__":
    asyncio.run(main())
