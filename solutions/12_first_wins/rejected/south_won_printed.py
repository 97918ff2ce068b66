# fails: test_first_answer_wins
# diagnosis: hard-coded-output
# The race is run as it should be, but the last line is a constant; wrong when another one wins.
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
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print("south won")


if __name__ == "__main__":
    asyncio.run(main())
