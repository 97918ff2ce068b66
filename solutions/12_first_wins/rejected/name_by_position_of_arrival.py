# fails: test_first_answer_wins
# diagnosis: output-order
# The place in the order of arrival is taken for the place in the list of names: the first name always wins.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    names = ["north", "south", "east"]
    tasks = [asyncio.create_task(task(n, d)) for n, d in zip(names, [3, 1, 2])]
    for position, first in enumerate(asyncio.as_completed(tasks)):
        await first
        winner = names[position]
        break
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
