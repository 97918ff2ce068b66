"""Take the first answer, call off the rest."""

import asyncio


async def task(name: str, delay: float) -> str:
    """Wait `delay` seconds and return `name`; when cancelled, print "NAME cancelled" and let it go on."""
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        # Raised again, so that the task ends as cancelled; without this line it would go on and answer after all.
        raise
    return name


async def main() -> None:
    """Race north (3 seconds), south (1) and east (2), cancel the losers, print who won."""
    racers = [asyncio.create_task(task(name, delay)) for name, delay in [("north", 3), ("south", 1), ("east", 2)]]
    # `wait` comes back at the first end, and leaves the others as they are: running.
    done, losers = await asyncio.wait(racers, return_when=asyncio.FIRST_COMPLETED)
    for loser in losers:
        loser.cancel()
    # Cancelled is not yet ended: `gather` waits for their cleanup, and takes the cancellations as results.
    await asyncio.gather(*losers, return_exceptions=True)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
