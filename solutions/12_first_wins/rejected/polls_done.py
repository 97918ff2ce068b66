# fails: test_never_polls
# diagnosis: busy-polling
# main asks every 10 ms whether one of the tasks is done.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    tasks = [asyncio.create_task(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    while not any(t.done() for t in tasks):
        await asyncio.sleep(0.01)
    winner = [t for t in tasks if t.done()][0].result()
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
