# fails: test_first_answer_wins
# diagnosis: sleep-instead-of-await
# main sleeps a little over a second and looks who is done by then, in place of waiting for the first answer.
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
    await asyncio.sleep(1.05)
    for t in tasks:
        if t.done():
            winner = t.result()
        else:
            t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
