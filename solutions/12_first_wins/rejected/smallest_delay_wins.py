# fails: test_first_answer_wins
# diagnosis: hard-coded-output
# The winner is computed from the delays before anybody has run; wrong when the answers take other times.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    delays = {"north": 3, "south": 1, "east": 2}
    tasks = {name: asyncio.create_task(task(name, delay)) for name, delay in delays.items()}
    winner = min(delays, key=delays.get)
    answer = await tasks.pop(winner)
    for t in tasks.values():
        t.cancel()
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    print(f"{answer} won")


if __name__ == "__main__":
    asyncio.run(main())
