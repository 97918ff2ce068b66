"""The future of gather is cancelled as a whole when an event says that somebody has answered."""

import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    answers = []
    somebody = asyncio.Event()

    async def racer(name, delay):
        answers.append(await task(name, delay))
        somebody.set()

    racers = [asyncio.create_task(racer(*r)) for r in (("north", 3), ("south", 1), ("east", 2))]
    everybody = asyncio.gather(*racers, return_exceptions=True)
    await somebody.wait()
    everybody.cancel()
    try:
        await everybody
    except asyncio.CancelledError:
        pass
    print(f"{answers[0]} won")


if __name__ == "__main__":
    asyncio.run(main())
