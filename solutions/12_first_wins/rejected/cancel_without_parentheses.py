# fails: test_losers_are_called_off
# diagnosis: task-not-cancelled
# loser.cancel without parentheses calls nothing; main waits for the losers' answers.
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
    for loser in pending:
        loser.cancel
    await asyncio.gather(*pending, return_exceptions=True)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
