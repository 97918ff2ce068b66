# fails: test_prints_the_three_lines
# diagnosis: task-not-cancelled
# Only one of the two losers is cancelled.
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
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    loser = pending.pop()
    loser.cancel()
    await asyncio.wait([loser])
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
