# fails: test_first_answer_wins
# diagnosis: result-not-ready
# result() is asked of all three tasks right away, and none of them has one.
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
    answers = [t.result() for t in tasks]
    print(f"{answers[0]} won")


if __name__ == "__main__":
    asyncio.run(main())
