"""Every racer puts its answer into a queue, and main takes the first one out of it."""

import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def run(name, delay, answers):
    answer = await task(name, delay)
    await answers.put(answer)


async def main() -> None:
    answers: asyncio.Queue[str] = asyncio.Queue()
    runners = [
        asyncio.create_task(run("north", 3, answers)),
        asyncio.create_task(run("south", 1, answers)),
        asyncio.create_task(run("east", 2, answers)),
    ]
    winner = await answers.get()
    for runner in runners:
        runner.cancel()
    await asyncio.gather(*runners, return_exceptions=True)
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
