# fails: test_first_answer_wins
# diagnosis: handled-late
# gather waits for all answers; main keeps the order of arrival and looks at it at t=3.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    order = []

    async def note(name, delay):
        order.append(await task(name, delay))

    await asyncio.gather(note("north", 3), note("south", 1), note("east", 2))
    print(f"{order[0]} won")


if __name__ == "__main__":
    asyncio.run(main())
