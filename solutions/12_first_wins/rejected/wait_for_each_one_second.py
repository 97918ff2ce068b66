# fails: test_first_answer_wins
# diagnosis: timeout-misuse
# A limit of one second on each racer in place of taking the first answer: south is cut off as well.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    results = await asyncio.gather(
        asyncio.wait_for(task("north", 3), 1),
        asyncio.wait_for(task("south", 1), 1),
        asyncio.wait_for(task("east", 2), 1),
        return_exceptions=True,
    )
    for r in results:
        if isinstance(r, str):
            print(f"{r} won")


if __name__ == "__main__":
    asyncio.run(main())
